using KitchenGuard.Data.Postgres;
using Microsoft.AspNetCore.Connections;

namespace KitchenGuard.Web.Platform;

/// <summary>The program cannot start as configured. The message is one sentence that names the key and the remedy.</summary>
public sealed class StartupException(string message) : Exception(message)
{
    /// <summary>The sentence to print instead of a stack trace; null for faults that are the program's own.</summary>
    public static string? SentenceFor(Exception exception) => exception switch
    {
        StartupException or EmbeddedPostgresException => exception.Message,
        IOException { InnerException: AddressInUseException } => exception.Message + " Stop the other program, or choose another address with --urls.",
        _ => null,
    };
}
