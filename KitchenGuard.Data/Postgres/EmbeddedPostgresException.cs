namespace KitchenGuard.Data.Postgres;

/// <summary>The private PostgreSQL could not be provided; the message says why and what helps, in sentences fit for a console.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    /// <summary>Makes the exception without an explanation.</summary>
    public EmbeddedPostgresException() { }

    /// <summary>Makes the exception with the sentences to show.</summary>
    public EmbeddedPostgresException(string message) : base(message) { }

    /// <summary>Makes the exception with the sentences to show and what led to them.</summary>
    public EmbeddedPostgresException(string message, Exception innerException) : base(message, innerException) { }
}
