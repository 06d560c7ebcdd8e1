using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.ContactFields;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Delivery;
using CapaCitoyenne.Mailing.Idempotency;
using CapaCitoyenne.Mailing.Imports;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Segments;
using CapaCitoyenne.Mailing.SendingDomains;
using CapaCitoyenne.Mailing.Tags;
using CapaCitoyenne.Mailing.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

public static class MailingDbContextModelCreatingExtensions
{
    internal const string Prefix = "Mailing";

    /// <summary>The tables of the module Mailing, prefixed with its name.</summary>
    public static void ConfigureMailing(this ModelBuilder builder)
    {
        ConfigureAddressBook(builder);
        ConfigureDetails(builder);
        ConfigureCampaigns(builder);
        builder.ConfigureLetters();
        ConfigureLedger(builder);
        builder.Entity<SendingDomain>(b =>
        {
            b.ToTable(Prefix + "SendingDomains");
            b.ConfigureByConvention();
            b.Property(x => x.Name).HasMaxLength(SendingDomainConsts.MaxNameLength);
            b.Property(x => x.LocalPart).HasMaxLength(SendingDomainConsts.MaxLocalPartLength);
            b.Ignore(x => x.Address).Ignore(x => x.Records);
            b.HasIndex(x => x.TenantId).IsUnique();
        });
        builder.Entity<IdempotentRequest>(b =>
        {
            b.ToTable(Prefix + "IdempotentRequests");
            b.Property(x => x.Key).HasMaxLength(IdempotentRequest.MaxKeyLength);
            b.Property(x => x.RequestHash).HasMaxLength(IdempotentRequest.HashLength);
            b.HasIndex(x => new { x.TenantId, x.UserId, x.Key }).IsUnique();
            b.HasIndex(x => x.CreationTime);
        });
    }

    /// <summary>
    /// For databases that do not order texts by their bytes: without it no index finds the beginning of an address or of a name. The texts are
    /// normalised, so that this order is an alphabet's.
    /// </summary>
    public static void ConfigureMailingCollation(this ModelBuilder builder, string collation) => builder.Entity<Contact>(b =>
    {
        b.Property(x => x.NormalizedEmail).UseCollation(collation);
        b.Property(x => x.SearchFirstName).UseCollation(collation);
        b.Property(x => x.SearchLastName).UseCollation(collation);
    });

    private static void ConfigureAddressBook(ModelBuilder builder)
    {
        builder.Entity<Contact>(b =>
        {
            b.ToTable(Prefix + "Contacts");
            b.ConfigureByConvention();
            b.Property(x => x.Email).HasMaxLength(ContactConsts.MaxEmailLength);
            b.Property(x => x.NormalizedEmail).HasMaxLength(ContactConsts.MaxEmailLength);
            b.Property(x => x.FirstName).HasMaxLength(ContactConsts.MaxNameLength);
            b.Property(x => x.LastName).HasMaxLength(ContactConsts.MaxNameLength);
            b.Property(x => x.SearchFirstName).HasMaxLength(ContactConsts.MaxNameLength * 2);
            b.Property(x => x.SearchLastName).HasMaxLength(ContactConsts.MaxNameLength * 2);
            b.Property(x => x.Language).HasMaxLength(ContactConsts.MaxLanguageLength);
            b.Property(x => x.Notes).HasMaxLength(ContactConsts.MaxNotesLength);
            b.Property(x => x.Source).HasMaxLength(ContactConsts.MaxSourceLength);
            b.HasIndex(x => new { x.TenantId, x.NormalizedEmail }).IsUnique();
            b.HasIndex(x => new { x.TenantId, x.EmailKey });
            b.HasIndex(x => new { x.TenantId, x.SearchLastName, x.NormalizedEmail });
            b.HasIndex(x => new { x.TenantId, x.SearchFirstName });
            // The audience is frozen in this order, and the newest are the last of it.
            b.HasIndex(x => new { x.TenantId, x.Id });
        });
        builder.Entity<Consent>(b =>
        {
            b.ToTable(Prefix + "Consents");
            b.Property(x => x.Proof).HasMaxLength(ContactConsts.MaxProofLength);
            b.Property(x => x.TextVersion).HasMaxLength(ContactConsts.MaxTextVersionLength);
            b.HasIndex(x => new { x.ContactId, x.Purpose });
            b.HasOne<Contact>().WithMany().HasForeignKey(x => x.ContactId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Suppression>(b =>
        {
            b.ToTable(Prefix + "Suppressions");
            b.HasIndex(x => new { x.TenantId, x.EmailKey }).IsUnique();
            b.HasIndex(x => x.EmailKey);
        });
        builder.Entity<MailingList>(b =>
        {
            b.ToTable(Prefix + "Lists");
            b.ConfigureByConvention();
            b.Property(x => x.Name).HasMaxLength(MailingListConsts.MaxNameLength);
            b.Property(x => x.NormalizedName).HasMaxLength(MailingListConsts.MaxNameLength * 2);
            b.Property(x => x.Description).HasMaxLength(MailingListConsts.MaxDescriptionLength);
            b.HasIndex(x => new { x.TenantId, x.NormalizedName }).IsUnique();
        });
        builder.Entity<ListMember>(b =>
        {
            b.ToTable(Prefix + "ListMembers");
            b.HasKey(x => new { x.ListId, x.ContactId });
            b.HasIndex(x => x.ContactId);
            b.HasOne<MailingList>().WithMany().HasForeignKey(x => x.ListId).OnDelete(DeleteBehavior.Cascade);
            b.HasOne<Contact>().WithMany().HasForeignKey(x => x.ContactId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ContactImport>(b =>
        {
            b.ToTable(Prefix + "ContactImports");
            b.ConfigureByConvention();
            b.Property(x => x.FileName).HasMaxLength(ContactImportConsts.MaxFileNameLength);
            b.Property(x => x.Encoding).HasMaxLength(20);
            b.Property(x => x.Separator).HasMaxLength(1);
            b.Property(x => x.RecognisedTool).HasMaxLength(20);
            b.Property(x => x.Origin).HasMaxLength(ContactImportConsts.MaxOriginLength);
            b.Property(x => x.Purposes).HasMaxLength(100);
            b.Property(x => x.ErrorCode).HasMaxLength(100);
            b.Property(x => x.CountsJson).HasMaxLength(500);
            b.Ignore(x => x.BlobName).Ignore(x => x.Dialect).Ignore(x => x.Columns).Ignore(x => x.Counts).Ignore(x => x.GrantedPurposes);
            b.HasIndex(x => new { x.TenantId, x.CreationTime });
        });
        builder.Entity<RefusedLine>(b =>
        {
            b.ToTable(Prefix + "RefusedLines");
            b.HasKey(x => new { x.ImportId, x.LineNumber });
            b.Property(x => x.Text).HasMaxLength(ContactImportConsts.MaxLineExcerptLength);
            b.Property(x => x.ReasonCode).HasMaxLength(ContactImportConsts.MaxReasonLength);
            b.HasOne<ContactImport>().WithMany().HasForeignKey(x => x.ImportId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void ConfigureDetails(ModelBuilder builder)
    {
        builder.Entity<ContactField>(b =>
        {
            b.ToTable(Prefix + "ContactFields");
            b.ConfigureByConvention();
            b.Property(x => x.Name).HasMaxLength(ContactFieldConsts.MaxNameLength);
            b.Property(x => x.Label).HasMaxLength(ContactFieldConsts.MaxLabelLength);
            b.HasIndex(x => new { x.TenantId, x.Name }).IsUnique();
        });
        builder.Entity<ContactFieldValue>(b =>
        {
            b.ToTable(Prefix + "ContactFieldValues");
            b.HasKey(x => new { x.ContactId, x.FieldId });
            b.Property(x => x.Value).HasMaxLength(ContactFieldConsts.MaxValueLength);
            b.Property(x => x.SearchValue).HasMaxLength(ContactFieldConsts.MaxValueLength * 2);
            b.HasIndex(x => new { x.FieldId, x.SearchValue });
            b.HasOne<ContactField>().WithMany().HasForeignKey(x => x.FieldId).OnDelete(DeleteBehavior.Cascade);
            b.HasOne<Contact>().WithMany().HasForeignKey(x => x.ContactId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<MergedContact>(b =>
        {
            b.ToTable(Prefix + "MergedContacts");
            b.HasOne<Contact>().WithMany().HasForeignKey(x => x.ContactId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Tag>(b =>
        {
            b.ToTable(Prefix + "Tags");
            b.ConfigureByConvention();
            b.Property(x => x.Name).HasMaxLength(TagConsts.MaxNameLength);
            b.Property(x => x.NormalizedName).HasMaxLength(TagConsts.MaxNameLength * 2);
            b.HasIndex(x => new { x.TenantId, x.NormalizedName }).IsUnique();
        });
        builder.Entity<TaggedContact>(b =>
        {
            b.ToTable(Prefix + "TaggedContacts");
            b.HasKey(x => new { x.TagId, x.ContactId });
            b.HasIndex(x => x.ContactId);
            b.HasOne<Tag>().WithMany().HasForeignKey(x => x.TagId).OnDelete(DeleteBehavior.Cascade);
            b.HasOne<Contact>().WithMany().HasForeignKey(x => x.ContactId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Segment>(b =>
        {
            b.ToTable(Prefix + "Segments");
            b.ConfigureByConvention();
            b.Property(x => x.Name).HasMaxLength(SegmentConsts.MaxNameLength);
            b.Property(x => x.NormalizedName).HasMaxLength(SegmentConsts.MaxNameLength * 2);
            b.Ignore(x => x.Rule);
            b.HasIndex(x => new { x.TenantId, x.NormalizedName }).IsUnique();
        });
    }

    private static void ConfigureCampaigns(ModelBuilder builder) => builder.Entity<Campaign>(b =>
    {
        b.ToTable(Prefix + "Campaigns");
        b.ConfigureByConvention();
        b.Property(x => x.Name).HasMaxLength(CampaignConsts.MaxNameLength);
        b.Property(x => x.Subject).HasMaxLength(CampaignConsts.MaxSubjectLength);
        b.Property(x => x.RenderedSubject).HasMaxLength(CampaignConsts.MaxSubjectLength);
        b.Property(x => x.PreviewText).HasMaxLength(CampaignConsts.MaxPreviewTextLength);
        b.Property(x => x.FromName).HasMaxLength(CampaignConsts.MaxFromNameLength);
        b.Property(x => x.ReplyTo).HasMaxLength(ContactConsts.MaxEmailLength);
        b.Property(x => x.Language).HasMaxLength(ContactConsts.MaxLanguageLength);
        b.Property(x => x.PauseReason).HasMaxLength(CampaignConsts.MaxReasonLength);
        b.Ignore(x => x.IsEditable).Ignore(x => x.HasLeft).Ignore(x => x.AuthorId);
        b.HasIndex(x => new { x.TenantId, x.CreationTime });
        b.HasIndex(x => x.Status);
        b.HasIndex(x => new { x.DigestId, x.DigestTime }).IsUnique();
        // One that was deleted makes room for another.
        b.HasIndex(x => x.ResendOfId).IsUnique().HasFilter("NOT \"IsDeleted\"");
    });

    private static void ConfigureLedger(ModelBuilder builder)
    {
        builder.Entity<Delivery.Delivery>(b =>
        {
            b.ToTable(Prefix + "Deliveries");
            // Each row is changed once or twice, in columns that no index has: with room on its page PostgreSQL leaves the four indexes alone.
            b.HasAnnotation("Npgsql:StorageParameter:fillfactor", 50);
            b.HasKey(x => new { x.CampaignId, x.ContactId });
            b.Property(x => x.NormalizedEmail).HasMaxLength(ContactConsts.MaxEmailLength);
            b.Property(x => x.Reason).HasMaxLength(CampaignConsts.MaxReasonLength);
            b.HasIndex(x => new { x.CampaignId, x.NormalizedEmail }).IsUnique();
            b.HasIndex(x => new { x.CampaignId, x.ChunkNumber });
            b.HasIndex(x => x.ContactId);
            b.HasOne<Campaign>().WithMany().HasForeignKey(x => x.CampaignId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Chunk>(b =>
        {
            b.ToTable(Prefix + "Chunks");
            b.HasIndex(x => new { x.CampaignId, x.Number }).IsUnique();
            b.HasIndex(x => new { x.State, x.Lane, x.NotBefore });
            b.HasOne<Campaign>().WithMany().HasForeignKey(x => x.CampaignId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Attempt>(b =>
        {
            b.ToTable(Prefix + "Attempts");
            b.Property(x => x.Transport).HasMaxLength(20);
            b.Property(x => x.BatchId).HasMaxLength(100);
            b.Property(x => x.ProviderMessageId).HasMaxLength(100);
            b.Property(x => x.Detail).HasMaxLength(Attempt.MaxDetailLength);
            b.Ignore(x => x.IsProvenAccepted);
            b.HasIndex(x => new { x.ChunkId, x.Number }).IsUnique();
            // What may still be called back at the provider: few, and asked for every few seconds.
            b.HasIndex(x => x.SendAt);
            b.HasOne<Chunk>().WithMany().HasForeignKey(x => x.ChunkId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<SendingTurn>(b =>
        {
            b.ToTable(Prefix + "SendingTurns");
            b.HasIndex(x => x.TenantId);
        });
        builder.Entity<SendingPace>(b =>
        {
            b.ToTable(Prefix + "SendingPaces");
            b.HasKey(x => x.Key);
            b.Property(x => x.Key).HasMaxLength(SendingPace.MaxKeyLength);
        });
        builder.Entity<SoftBounce>(b =>
        {
            b.ToTable(Prefix + "SoftBounces");
            b.HasKey(x => new { x.ContactId, x.Day });
            b.HasOne<Contact>().WithMany().HasForeignKey(x => x.ContactId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<InboxEntry>(b =>
        {
            b.ToTable(Prefix + "WebhookInbox");
            b.Property(x => x.Hash).HasMaxLength(InboxEntry.HashLength);
            b.HasIndex(x => x.Hash).IsUnique();
            b.HasIndex(x => new { x.TenantId, x.MergedTime });
        });
    }
}
