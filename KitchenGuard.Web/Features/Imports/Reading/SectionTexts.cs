using KitchenGuard.Web.Features.Imports.Mapping;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>What a text that stands alone between items says: where they are, or what somebody is to do. All others name their group.</summary>
internal static class SectionTexts
{
    private static readonly HashSet<string> Places = new(StringComparer.Ordinal)
    {
        "location", "storage", "storage area", "storage location", "area", "stock location", "storage room", "lagerort", "lagerplatz", "standort", "lager", "emplacement", "lieu", "zone", "lieu de stockage",
        "ubicacion", "almacen", "lugar", "zona", "posizione", "ubicazione", "magazzino", "localizacao", "local", "armazem", "locatie", "opslag", "保管場所", "場所",
    };

    private static readonly HashSet<string> Deeds = new(StringComparer.Ordinal)
    {
        "order", "reorder", "check", "count", "recount", "remember", "note", "attention", "urgent", "important", "please", "todo", "tomorrow", "today", "call", "ask", "warning", "bestellen", "nachbestellen", "achtung", "wichtig", "prufen", "bitte",
        "commander", "attention", "verifier", "urgente", "pedir", "ojo", "importante", "ordinare", "attenzione", "controllare", "encomendar", "atencao", "letop", "controleren",
    };

    /// <summary>"Location: Walk-in": the place; null: it names none.</summary>
    internal static string? PlaceOf(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && Places.Contains(HeaderText.Normalize(text[..colon]))
        && text[(colon + 1)..].Trim() is { Length: > 0 } place ? place : null;

    /// <summary>"*** ORDER TOMORROW ***", "!!! check dates": of more marks than a heading has, with a word for what is to be done.</summary>
    internal static bool IsCall(string text) => text.Length is > 4 and <= 80 && text.AsSpan().TrimStart() is ['*' or '!' or '>' or '#', '*' or '!' or '>' or '#', ..]
        && HeaderText.Normalize(text.ToLowerInvariant()).Split(' ').Any(Deeds.Contains);
}
