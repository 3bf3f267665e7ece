using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace AgencyGraph.Storage;

/// <summary>
/// What holds for every table unless its mapping says otherwise: names in snake case; keys are given, never made by the database;
/// nothing is deleted because something else was. Through the builders, which leave alone what a mapping has said.
/// </summary>
internal sealed class HouseConventions : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
            NameColumns(entity);

        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            foreach (var property in entity.GetKeys().SelectMany(key => key.Properties).Where(property => property.ClrType == typeof(Guid)))
                _ = property.Builder.ValueGenerated(ValueGenerated.Never);
            foreach (var foreignKey in entity.GetForeignKeys())
                _ = foreignKey.Builder.OnDelete(DeleteBehavior.Restrict);
            NameConstraints(entity);
        }
    }

    private static void NameColumns(IConventionTypeBase type)
    {
        foreach (var property in type.GetDeclaredProperties())
            _ = property.Builder.HasColumnName(SnakeCase(property.Name));
        foreach (var complex in type.GetDeclaredComplexProperties())
            NameColumns(complex.ComplexType);
    }

    /// <summary>Lower case, so that nobody need quote them in PostgreSQL.</summary>
    private static void NameConstraints(IConventionEntityType entity)
    {
        foreach (var key in entity.GetDeclaredKeys())
            _ = key.Builder.HasName(Lower(key.GetDefaultName()));
        foreach (var foreignKey in entity.GetDeclaredForeignKeys())
            _ = foreignKey.Builder.HasConstraintName(Lower(foreignKey.GetDefaultName()));
        foreach (var index in entity.GetDeclaredIndexes())
            _ = index.Builder.HasDatabaseName(Lower(index.GetDefaultDatabaseName()));
    }

#pragma warning disable CA1308 // Lower case is what is wanted, not a way to compare.
    private static string? Lower(string? name) => name?.ToLowerInvariant();
#pragma warning restore CA1308

    private static string SnakeCase(string member)
    {
        var name = new StringBuilder();
        for (var i = 0; i < member.Length; i++)
        {
            if (i > 0 && char.IsUpper(member[i]) && !char.IsUpper(member[i - 1]))
                _ = name.Append('_');
            _ = name.Append(char.ToLowerInvariant(member[i]));
        }

        return name.ToString();
    }
}
