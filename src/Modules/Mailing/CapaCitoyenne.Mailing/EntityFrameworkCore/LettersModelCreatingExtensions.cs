using CapaCitoyenne.Mailing.Approvals;
using CapaCitoyenne.Mailing.Archive;
using CapaCitoyenne.Mailing.Automation;
using CapaCitoyenne.Mailing.Campaigns;
using CapaCitoyenne.Mailing.Contacts;
using CapaCitoyenne.Mailing.Lists;
using CapaCitoyenne.Mailing.Measurement;
using CapaCitoyenne.Mailing.Templates;
using Microsoft.EntityFrameworkCore;

namespace CapaCitoyenne.Mailing.EntityFrameworkCore;

internal static class LettersModelCreatingExtensions
{
    /// <summary>What letters start from, what writes them by itself, who approves them, where they can be read, and what is counted.</summary>
    public static void ConfigureLetters(this ModelBuilder builder)
    {
        builder.Entity<LetterTemplate>(b =>
        {
            b.ToTable(MailingDbContextModelCreatingExtensions.Prefix + "LetterTemplates");
            b.ConfigureByConvention();
            b.Property(x => x.Name).HasMaxLength(LetterTemplateConsts.MaxNameLength);
            b.Property(x => x.Subject).HasMaxLength(CampaignConsts.MaxSubjectLength);
            b.Property(x => x.PreviewText).HasMaxLength(CampaignConsts.MaxPreviewTextLength);
            b.Property(x => x.Language).HasMaxLength(ContactConsts.MaxLanguageLength);
            b.HasIndex(x => x.TenantId);
        });
        builder.Entity<Digest>(b =>
        {
            b.ToTable(MailingDbContextModelCreatingExtensions.Prefix + "Digests");
            b.ConfigureByConvention();
            b.Property(x => x.Subject).HasMaxLength(CampaignConsts.MaxSubjectLength);
            b.Property(x => x.Intro).HasMaxLength(DigestConsts.MaxIntroLength);
            b.HasIndex(x => x.TenantId);
            b.HasIndex(x => x.NextTime);
        });
        builder.Entity<WelcomeLetter>(b =>
        {
            b.ToTable(MailingDbContextModelCreatingExtensions.Prefix + "WelcomeLetters");
            b.ConfigureByConvention();
            b.HasIndex(x => x.CampaignId).IsUnique();
            b.HasIndex(x => new { x.TenantId, x.ListId });
            b.HasOne<Campaign>().WithMany().HasForeignKey(x => x.CampaignId).OnDelete(DeleteBehavior.Cascade);
            b.HasOne<MailingList>().WithMany().HasForeignKey(x => x.ListId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Approval>(b =>
        {
            b.ToTable(MailingDbContextModelCreatingExtensions.Prefix + "Approvals");
            b.ConfigureByConvention();
            b.Property(x => x.Fingerprint).HasMaxLength(64);
            b.Property(x => x.Word).HasMaxLength(SendBackDto.MaxWordLength);
            b.HasIndex(x => x.TenantId);
            b.HasOne<Campaign>().WithOne().HasForeignKey<Approval>(x => x.Id).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<LetterCounter>(b =>
        {
            b.ToTable(MailingDbContextModelCreatingExtensions.Prefix + "LetterCounters");
            b.ConfigureByConvention();
            b.Property(x => x.Url).HasMaxLength(LetterCounter.MaxUrlLength);
            b.HasIndex(x => new { x.CampaignId, x.Number }).IsUnique();
            b.HasOne<Campaign>().WithMany().HasForeignKey(x => x.CampaignId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<LetterPage>(b =>
        {
            b.ToTable(MailingDbContextModelCreatingExtensions.Prefix + "LetterPages");
            b.ConfigureByConvention();
            b.Property(x => x.Slug).HasMaxLength(LetterPage.MaxSlugLength);
            b.Property(x => x.Title).HasMaxLength(CampaignConsts.MaxSubjectLength);
            b.Property(x => x.Summary).HasMaxLength(CampaignConsts.MaxPreviewTextLength);
            b.HasIndex(x => new { x.TenantId, x.Slug }).IsUnique();
            b.HasIndex(x => new { x.TenantId, x.IsPublic, x.Time });
            b.HasOne<Campaign>().WithOne().HasForeignKey<LetterPage>(x => x.Id).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
