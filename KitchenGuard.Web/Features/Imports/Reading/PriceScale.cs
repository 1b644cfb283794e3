using System.Text.Json.Serialization;
using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>What a whole number under a price is one of. A till's database keeps 330 for 3.30.</summary>
[JsonConverter(typeof(EnumWordConverter<PriceScale>))]
public enum PriceScale
{
    /// <summary>The restaurant's currency.</summary>
    Whole,

    /// <summary>Its hundredth: cents, pence.</summary>
    Hundredths,
}
