using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Segments;
using CapaCitoyenne.Mailing.Tags;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

/// <summary>The tables of what hangs on contacts: the space's own fields, tags, merged ids, and segments.</summary>
internal static class ContactDetailModel
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<ContactField>(b =>
        {
            b.ToTable(MailingDbContextModelCreatingExtensions.Prefix + "ContactFields");
            b.ConfigureByConvention();
            b.Property(x => x.Name).HasMaxLength(ContactFieldConsts.MaxNameLength);
            b.Property(x => x.Label).HasMaxLength(ContactFieldConsts.MaxLabelLength);
            b.HasIndex(x => new { x.TenantId, x.Name }).IsUnique();
        });
        builder.Entity<ContactFieldValue>(b =>
        {
            b.ToTable(MailingDbContextModelCreatingExtensions.Prefix + "ContactFieldValues");
            b.HasKey(x => new { x.ContactId, x.FieldId });
            b.Property(x => x.Value).HasMaxLength(ContactFieldConsts.MaxValueLength);
            b.Property(x => x.SearchValue).HasMaxLength(ContactFieldConsts.MaxValueLength * 2);
            b.HasIndex(x => new { x.FieldId, x.SearchValue });
            b.HasOne<ContactField>().WithMany().HasForeignKey(x => x.FieldId).OnDelete(DeleteBehavior.Cascade);
            b.HasOne<Contact>().WithMany().HasForeignKey(x => x.ContactId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<MergedContact>(b =>
        {
            b.ToTable(MailingDbContextModelCreatingExtensions.Prefix + "MergedContacts");
            b.HasOne<Contact>().WithMany().HasForeignKey(x => x.ContactId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Tag>(b =>
        {
            b.ToTable(MailingDbContextModelCreatingExtensions.Prefix + "Tags");
            b.ConfigureByConvention();
            b.Property(x => x.Name).HasMaxLength(TagConsts.MaxNameLength);
            b.Property(x => x.NormalizedName).HasMaxLength(TagConsts.MaxNameLength * 2);
            b.HasIndex(x => new { x.TenantId, x.NormalizedName }).IsUnique();
        });
        builder.Entity<TaggedContact>(b =>
        {
            b.ToTable(MailingDbContextModelCreatingExtensions.Prefix + "TaggedContacts");
            b.HasKey(x => new { x.TagId, x.ContactId });
            b.HasIndex(x => x.ContactId);
            b.HasOne<Tag>().WithMany().HasForeignKey(x => x.TagId).OnDelete(DeleteBehavior.Cascade);
            b.HasOne<Contact>().WithMany().HasForeignKey(x => x.ContactId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Segment>(b =>
        {
            b.ToTable(MailingDbContextModelCreatingExtensions.Prefix + "Segments");
            b.ConfigureByConvention();
            b.Property(x => x.Name).HasMaxLength(SegmentConsts.MaxNameLength);
            b.Property(x => x.NormalizedName).HasMaxLength(SegmentConsts.MaxNameLength * 2);
            b.Ignore(x => x.Rule);
            b.HasIndex(x => new { x.TenantId, x.NormalizedName }).IsUnique();
        });
    }
}
