namespace KitchenGuard.Web.Platform;

/// <summary>An expected failure. The features' XErrors.cs files list theirs; the kind decides the HTTP status.</summary>
/// <param name="Code">Stable snake_case word for programs.</param>
/// <param name="Message">A whole sentence for people.</param>
public abstract record Error(string Code, string Message);

/// <summary>Does not exist, or belongs to somebody else: the two are never told apart.</summary>
public record NotFoundError(string Code = "not_found", string Message = "There is nothing here.") : Error(Code, Message);

/// <summary>What was sent cannot be taken.</summary>
/// <param name="Field">The input's field the sentence belongs beside; empty for the whole.</param>
public record InvalidError(string Code, string Message, string Field = "") : Error(Code, Message);

/// <summary>It would be fine but for what is there already.</summary>
public record ConflictError(string Code, string Message, string Field = "") : Error(Code, Message);

/// <summary>The given version is not the present one.</summary>
public record StaleError(string Code, string Message) : Error(Code, Message);

/// <summary>The signed-in member's role does not reach that far.</summary>
public record ForbiddenError(string Code, string Message) : Error(Code, Message);

/// <summary>Who is asking could not be established.</summary>
public record UnauthorizedError(string Code, string Message) : Error(Code, Message);

/// <summary>More bytes than are taken.</summary>
public record TooLargeError(string Code, string Message) : Error(Code, Message);

/// <summary>Too many tries; come back later.</summary>
public record TooManyError(string Code, string Message, TimeSpan RetryAfter) : Error(Code, Message);

/// <summary>A value, or the expected failure that stands in its place.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly struct Result<T>
{
    private readonly T? _value;

    private Result(T? value, Error? error) => (_value, Error) = (value, error);

    /// <summary>The failure; null on success.</summary>
    public Error? Error { get; }

    /// <summary>The value; throws when there is a failure instead.</summary>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"There is no value: {Error.Code}.");

#pragma warning disable CA2225 // The conversions are how a use-case returns; named twins would say nothing more.
    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);
#pragma warning restore CA2225
}

/// <summary>The value of a use-case that returns nothing.</summary>
public readonly record struct Done;
