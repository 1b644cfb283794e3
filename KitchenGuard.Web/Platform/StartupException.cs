namespace KitchenGuard.Web.Platform;

/// <summary>The program cannot start as configured. The message is one sentence that names the key and the remedy.</summary>
public sealed class StartupException(string message) : Exception(message);
