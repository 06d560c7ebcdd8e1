using CapaCitoyenne.Abp.Domain.Entities;
using CapaCitoyenne.Abp.MultiTenancy;
using CapaCitoyenne.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CapaCitoyenne.Architecture.Tests;

public sealed class ModelTests
{
    public static TheoryData<string> Providers => ["Sqlite", "PostgreSql"];

    private static DbContext Create(string provider) => provider == "Sqlite"
        ? new SqliteDesignTimeFactory().CreateDbContext([])
        : new PostgreSqlDesignTimeFactory().CreateDbContext([]);

    [Fact]
    public void Every_entity_belongs_to_a_space_or_is_named_as_global()
    {
        using var context = Create("Sqlite");
        foreach (var type in context.Model.GetEntityTypes().Where(type => !type.IsOwned()))
        {
            (typeof(IMultiTenant).IsAssignableFrom(type.ClrType) || IsListedAsGlobal(type.ClrType.Name.Split('`')[0]))
                .ShouldBeTrue($"{type.ClrType.FullName} is neither IMultiTenant nor listed in etc/decisions/global-entities.md.");
        }
    }

    [Fact]
    public void Every_table_of_a_space_is_filtered_and_indexed_by_tenant()
    {
        using var context = Create("Sqlite");
        foreach (var type in context.Model.GetEntityTypes().Where(type => typeof(IMultiTenant).IsAssignableFrom(type.ClrType) && type.BaseType is null && !type.IsOwned()))
        {
            type.GetDeclaredQueryFilters().Select(filter => filter.Key).ShouldContain("tenant", type.ClrType.Name);
            var indexed = type.GetIndexes().Any(index => index.Properties[0].Name == nameof(IMultiTenant.TenantId) || IsUniqueKeyOfParent(index))
                || type.GetKeys().Any(key => key.Properties.Any(property => property.Name != "Id"));
            indexed.ShouldBeTrue($"{type.ClrType.Name} needs an index that begins with TenantId or with its parent's id.");
        }
    }

    [Fact]
    public void Every_text_column_has_a_length_or_holds_a_document()
    {
        using var context = Create("Sqlite");
        var unbounded = context.Model.GetEntityTypes().SelectMany(type => type.GetProperties())
            .Where(property => property.ClrType == typeof(string) && property.GetMaxLength() is null && !IsDocument(property))
            .Select(property => $"{property.DeclaringType.ClrType.Name}.{property.Name}");
        unbounded.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Providers))]
    public void The_migrations_are_up_to_date_with_the_model(string provider)
    {
        using var context = Create(provider);
        context.Database.HasPendingModelChanges().ShouldBeFalse("Run etc/scripts/add-migration.sh NAME.");
    }

    private static bool IsListedAsGlobal(string name)
        => File.ReadAllText(Path.Combine(Repository.Root, "etc", "decisions", "global-entities.md")).Contains($"`{name}`", StringComparison.Ordinal);

    private static bool IsUniqueKeyOfParent(IReadOnlyIndex index) => index.Properties[0].Name.EndsWith("Id", StringComparison.Ordinal);

    // Page documents, rendered HTML, job arguments: their size is bounded where they come in.
    private static bool IsDocument(IReadOnlyProperty property)
        => property.Name is "JobArgs" or "Xml" || property.Name.EndsWith("Document", StringComparison.Ordinal) || property.Name.EndsWith("Json", StringComparison.Ordinal)
            || property.Name.EndsWith("Html", StringComparison.Ordinal) || property.Name.EndsWith("Text", StringComparison.Ordinal);
}
