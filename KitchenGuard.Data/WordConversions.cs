using System.Linq.Expressions;
using KitchenGuard.Data.Inventory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KitchenGuard.Data;

/// <summary>Enums are stored as lower-case words, so that SQL and people read the same.</summary>
public static class WordConversions
{
    internal static PropertyBuilder<Department> HasWordConversion(this PropertyBuilder<Department> property) =>
        property.HasConversion(new ValueConverter<Department, string>(d => d.Word(), w => w == "bar" ? Department.Bar : Department.Kitchen))
            .HasColumnType("text");

    /// <summary>Stores the enum as its name in lower case.</summary>
    public static PropertyBuilder<T> HasLowerCaseConversion<T>(this PropertyBuilder<T> property)
        where T : struct, Enum
    {
        Expression<Func<T, string>> toWord = value => Word(value);
        Expression<Func<string, T>> fromWord = word => Enum.Parse<T>(word, true);
        return property.HasConversion(new ValueConverter<T, string>(toWord, fromWord)).HasColumnType("text");
    }

    public static PropertyBuilder<T?> HasLowerCaseConversion<T>(this PropertyBuilder<T?> property)
        where T : struct, Enum
    {
        Expression<Func<T, string>> toWord = value => Word(value);
        Expression<Func<string, T>> fromWord = word => Enum.Parse<T>(word, true);
        return property.HasConversion(new ValueConverter<T, string>(toWord, fromWord)).HasColumnType("text");
    }

#pragma warning disable CA1308 // The database's words are lower case.
    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
#pragma warning restore CA1308
}
