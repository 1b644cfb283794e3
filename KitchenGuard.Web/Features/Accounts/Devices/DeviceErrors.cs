using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Accounts.Devices;

/// <summary>Every expected failure of shared devices.</summary>
public static class DeviceErrors
{
    public static readonly NotFoundError NotFound = new();

    public static readonly UnauthorizedError WrongPin = new("wrong_pin", "That is not the PIN.");

    public static readonly UnauthorizedError PinVoid = new("pin_void", "This PIN was wrong five times. Set another one with your password.");

    public static readonly InvalidError PinFormat = new("pin_format", "A PIN has 4 to 6 digits.", "pin");

    public static readonly InvalidError PinWeak = new("pin_weak", "Choose a PIN that is not one digit again and again or a run such as 1234.", "pin");
}
