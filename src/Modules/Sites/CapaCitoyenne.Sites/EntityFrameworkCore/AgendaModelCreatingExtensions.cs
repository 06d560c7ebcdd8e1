using System.Text.Json;
using CapaCitoyenne.Sites.Agenda;
using CapaCitoyenne.Sites.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

internal static class AgendaModelCreatingExtensions
{
    /// <summary>The tables of the agenda and of the forms.</summary>
    public static void ConfigureAgendaAndForms(this ModelBuilder builder)
    {
        builder.Entity<Event>(b =>
        {
            b.ToTable("SitesEvents");
            b.ConfigureByConvention();
            b.Property(e => e.Title).HasMaxLength(EventConsts.MaxTitleLength);
            // A slug and the mark of the trash.
            b.Property(e => e.Slug).HasMaxLength(EventConsts.MaxSlugLength + 40);
            b.Property(e => e.OriginalUid).HasMaxLength(EventConsts.MaxUidLength);
            b.Property(e => e.Markdown).HasMaxLength(EventConsts.MaxMarkdownLength);
            b.Property(e => e.PlaceName).HasMaxLength(EventConsts.MaxPlaceNameLength);
            b.Property(e => e.PlaceAddress).HasMaxLength(EventConsts.MaxPlaceAddressLength);
            b.Property(e => e.RemoteUrl).HasMaxLength(EventConsts.MaxUrlLength);
            b.Property(e => e.Category).HasMaxLength(EventConsts.MaxCategoryLength);
            b.Property(e => e.CategorySlug).HasMaxLength(EventConsts.MaxSlugLength);
            b.Property(e => e.ImageAlt).HasMaxLength(EventConsts.MaxAltLength);
            b.Property(e => e.CancellationReason).HasMaxLength(EventConsts.MaxReasonLength);
            b.ComplexProperty(e => e.Times, times =>
            {
                times.Property(t => t.StartDay).HasColumnName("StartDay");
                times.Property(t => t.StartTime).HasColumnName("StartTime");
                times.Property(t => t.EndDay).HasColumnName("EndDay");
                times.Property(t => t.EndTime).HasColumnName("EndTime");
            });
            b.Property(e => e.Recurrence).HasJson();
            b.Property(e => e.Changes).HasJson();
            b.HasIndex(e => new { e.TenantId, e.Slug }).IsUnique();
            b.HasIndex(e => new { e.TenantId, e.LastDay });
        });
        builder.Entity<Registration>(b =>
        {
            b.ToTable("SitesRegistrations");
            b.ConfigureByConvention();
            b.Property(r => r.Name).HasMaxLength(EventConsts.MaxNameLength);
            b.Property(r => r.Email).HasMaxLength(EventConsts.MaxEmailLength);
            b.Property(r => r.NormalizedEmail).HasMaxLength(EventConsts.MaxEmailLength);
            b.Property(r => r.Message).HasMaxLength(EventConsts.MaxMessageLength);
            b.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
            b.HasOne<Event>().WithMany().HasForeignKey(r => r.EventId).OnDelete(DeleteBehavior.Cascade);
            b.HasIndex(r => new { r.EventId, r.Day, r.State, r.CreationTime });
            b.HasIndex(r => new { r.TenantId, r.NormalizedEmail });
            b.HasIndex(r => r.EndDay);
        });
        builder.Entity<Form>(b =>
        {
            b.ToTable("SitesForms");
            b.ConfigureByConvention();
            b.Property(f => f.Name).HasMaxLength(FormConsts.MaxNameLength);
            b.Property(f => f.Purpose).HasMaxLength(FormConsts.MaxPurposeLength);
            b.Property(f => f.SuccessMessage).HasMaxLength(FormConsts.MaxSuccessMessageLength);
            b.Property(f => f.Fields).HasJson();
            b.Property(f => f.RecipientIds).HasJson();
            b.HasIndex(f => f.TenantId);
        });
        builder.Entity<FormSubmission>(b =>
        {
            b.ToTable("SitesFormSubmissions");
            b.ConfigureByConvention();
            b.Property(s => s.Email).HasMaxLength(FormConsts.MaxEmailLength);
            b.Property(s => s.NormalizedEmail).HasMaxLength(FormConsts.MaxEmailLength);
            b.Property(s => s.ContentHash).HasMaxLength(FormSubmission.HashLength);
            b.Property(s => s.Answers).HasJson();
            b.HasOne<Form>().WithMany().HasForeignKey(s => s.FormId).OnDelete(DeleteBehavior.Cascade);
            b.HasIndex(s => new { s.TenantId, s.ReceivedTime });
            b.HasIndex(s => new { s.FormId, s.ReceivedTime });
            b.HasIndex(s => new { s.TenantId, s.NormalizedEmail });
        });
    }

    /// <summary>A small value that belongs to its row, and that no query looks into: one column of JSON.</summary>
    private static void HasJson<T>(this PropertyBuilder<T> property)
    {
        var options = JsonSerializerOptions.Web;
        property.HasConversion(
            new ValueConverter<T, string>(value => JsonSerializer.Serialize(value, options), text => JsonSerializer.Deserialize<T>(text, options)!),
            new ValueComparer<T>(
                (left, right) => JsonSerializer.Serialize(left, options) == JsonSerializer.Serialize(right, options),
                value => JsonSerializer.Serialize(value, options).GetHashCode(StringComparison.Ordinal),
                value => value));
    }
}
