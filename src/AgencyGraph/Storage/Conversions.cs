using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AgencyGraph.Storage;

/// <summary>How our value types are kept: found by their interfaces, so that a new id or code needs no registration.</summary>
internal static class Conversions
{
    private const int EnumMaxLength = 40;

    public static void Apply(ModelConfigurationBuilder builder, bool guidsAsBytes, string? textCollation)
    {
        var idConversion = guidsAsBytes ? typeof(IdAsBytes<>) : typeof(IdAsGuid<>);
        foreach (var type in typeof(Conversions).Assembly.GetTypes().Where(type => type.IsValueType && !type.IsGenericType))
        {
            if (Implements(type, typeof(IRecordId<>)))
                _ = builder.Properties(type).HaveConversion(idConversion.MakeGenericType(type));
            else if (Implements(type, typeof(ICode<>)))
                AsText(builder.Properties(type).HaveConversion(typeof(CodeAsText<>).MakeGenericType(type)).HaveMaxLength(LengthOf(type)));
            else if (type.IsEnum && type.Namespace?.StartsWith("AgencyGraph", StringComparison.Ordinal) == true)
                AsText(builder.Properties(type).HaveConversion(typeof(EnumAsName<>).MakeGenericType(type)).HaveMaxLength(EnumMaxLength));
        }

        AsText(builder.Properties<string>());
        AsText(builder.Properties<IReadOnlyList<string>>().HaveConversion<LinesAsText, LinesComparer>());
        if (guidsAsBytes)
            _ = builder.Properties<Guid>().HaveConversion<GuidAsBytes>();

        void AsText(PropertiesConfigurationBuilder properties)
        {
            if (textCollation is not null)
                _ = properties.UseCollation(textCollation);
        }
    }

    /// <summary>A code says its length, as its own constant: at most, or always, so many characters.</summary>
    private static int LengthOf(Type code)
        => (code.GetField("MaxLength") ?? code.GetField("Length"))?.GetRawConstantValue() as int?
            ?? throw new InvalidOperationException($"{code} has neither a constant MaxLength nor Length.");

    private static bool Implements(Type type, Type open)
        => type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == open);
}

internal sealed class IdAsGuid<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Restore.Id<TId>(value))
    where TId : struct, IRecordId<TId>;

internal sealed class IdAsBytes<TId>() : ValueConverter<TId, byte[]>(
    id => id.Value.ToByteArray(true), value => Restore.Id<TId>(new Guid(value, true)))
    where TId : struct, IRecordId<TId>;

internal sealed class GuidAsBytes() : ValueConverter<Guid, byte[]>(value => value.ToByteArray(true), value => new Guid(value, true));

internal sealed class CodeAsText<TCode>() : ValueConverter<TCode, string>(code => code.Value, value => Restore.Code<TCode>(value))
    where TCode : struct, ICode<TCode>;

/// <summary>Static interface members cannot stand in an expression; these stand for them.</summary>
internal static class Restore
{
    public static TId Id<TId>(Guid value) where TId : struct, IRecordId<TId> => TId.From(value);

    public static TCode Code<TCode>(string value) where TCode : struct, ICode<TCode> => TCode.FromStore(value);
}
