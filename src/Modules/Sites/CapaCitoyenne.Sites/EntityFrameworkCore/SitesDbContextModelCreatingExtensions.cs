using CapaCitoyenne.Library.Search;
using CapaCitoyenne.Sites.Accessibility;
using CapaCitoyenne.Sites.Addresses;
using CapaCitoyenne.Sites.Domains;
using CapaCitoyenne.Sites.Categories;
using CapaCitoyenne.Sites.Exports;
using CapaCitoyenne.Sites.Imports;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.Sites.Members;
using CapaCitoyenne.Sites.Menus;
using CapaCitoyenne.Sites.Pages;
using CapaCitoyenne.Sites.Posts;
using CapaCitoyenne.Sites.Search;
using CapaCitoyenne.Sites.Sites;
using CapaCitoyenne.Sites.Statistics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CapaCitoyenne.Sites.EntityFrameworkCore;

public static class SitesDbContextModelCreatingExtensions
{
    /// <summary>The tables of the module Sites, prefixed with its name.</summary>
    public static void ConfigureSites(this ModelBuilder builder)
    {
        ConfigureFinding(builder);
        builder.Entity<Site>(b =>
        {
            b.ToTable("SitesSites");
            b.ConfigureByConvention();
            b.Property(site => site.Language).HasMaxLength(SiteConsts.MaxLanguageLength);
            b.Property(site => site.Theme).HasMaxLength(SiteConsts.MaxThemeLength);
            b.Property(site => site.AccentColor).HasMaxLength(SiteConsts.MaxColorLength);
            b.Property(site => site.HeaderColor).HasMaxLength(SiteConsts.MaxColorLength);
            b.Property(site => site.FontPair).HasMaxLength(SiteConsts.MaxFontPairLength);
            b.Property(site => site.PrimaryDomain).HasMaxLength(DomainConsts.MaxNameLength);
            b.ComplexProperty(site => site.Accessibility, a =>
            {
                a.Property(statement => statement.State).HasConversion<string>().HasMaxLength(20);
                a.Property(statement => statement.Auditor).HasMaxLength(AccessibilityStatement.MaxAuditorLength);
                a.Property(statement => statement.Rate).HasPrecision(5, 2);
            });
            b.HasIndex(site => site.TenantId).IsUnique();
        });
        builder.Entity<Page>(b =>
        {
            b.ToTable("SitesPages");
            ConfigurePublication(b);
            b.Property(page => page.Kind).HasConversion<string>().HasMaxLength(20);
            b.Property(page => page.Audience).HasConversion<string>().HasMaxLength(20).HasDefaultValue(PageAudience.Public).HasSentinel(PageAudience.Public);
            b.Ignore(page => page.IsLegal);
        });
        builder.Entity<Post>(b =>
        {
            b.ToTable("SitesPosts");
            ConfigurePublication(b);
            b.Property(post => post.AuthorName).HasMaxLength(PageConsts.MaxAuthorNameLength);
            b.Property(post => post.Excerpt).HasMaxLength(PageConsts.MaxExcerptLength);
            b.Property(post => post.PublishedAuthorName).HasMaxLength(PageConsts.MaxAuthorNameLength);
            b.Property(post => post.PublishedExcerpt).HasMaxLength(PageConsts.MaxExcerptLength);
            b.HasIndex(post => new { post.TenantId, post.PublishedTime });
        });
        builder.Entity<MemberCode>(b =>
        {
            b.ToTable("SitesMemberCodes");
            b.ConfigureByConvention();
            b.Property(code => code.Hash).HasMaxLength(MemberCode.HashLength);
            b.HasIndex(code => code.Hash).IsUnique();
            b.HasIndex(code => new { code.TenantId, code.ExpiryTime });
        });
        builder.Entity<Menu>(b =>
        {
            b.ToTable("SitesMenus");
            b.ConfigureByConvention();
            b.Ignore(menu => menu.Items);
            b.HasIndex(menu => menu.TenantId).IsUnique();
        });
        builder.Entity<Category>(b =>
        {
            b.ToTable("SitesCategories");
            b.ConfigureByConvention();
            b.Property(category => category.Name).HasMaxLength(CategoryConsts.MaxNameLength);
            b.Property(category => category.Slug).HasMaxLength(PageConsts.MaxSlugLength);
            b.Ignore(category => category.Path);
            b.HasIndex(category => new { category.TenantId, category.Slug }).IsUnique();
        });
        builder.Entity<PostCategory>(b =>
        {
            b.ToTable("SitesPostCategories");
            b.ConfigureByConvention();
            b.HasIndex(link => new { link.PostId, link.CategoryId }).IsUnique();
            b.HasIndex(link => new { link.TenantId, link.CategoryId });
        });
        builder.Entity<Revision>(b =>
        {
            b.ToTable("SitesRevisions");
            b.ConfigureByConvention();
            b.Property(revision => revision.Title).HasMaxLength(PageConsts.MaxTitleLength);
            b.Property(revision => revision.Session).HasMaxLength(PageConsts.MaxSessionLength);
            b.HasIndex(revision => new { revision.PublicationId, revision.Number }).IsUnique();
        });
        builder.Entity<FormerAddress>(b =>
        {
            b.ToTable("SitesFormerAddresses");
            b.ConfigureByConvention();
            b.Property(address => address.Path).HasMaxLength(FormerAddress.MaxPathLength);
            b.HasIndex(address => new { address.TenantId, address.Path }).IsUnique();
        });
        builder.Entity<MediaFile>(b =>
        {
            b.ToTable("SitesMedia");
            b.ConfigureByConvention();
            b.Property(media => media.FileName).HasMaxLength(MediaConsts.MaxFileNameLength);
            b.Property(media => media.Hash).HasMaxLength(MediaFile.HashLength);
            b.Property(media => media.ContentType).HasMaxLength(MediaFile.MaxContentTypeLength);
            b.Property(media => media.Kind).HasConversion<string>().HasMaxLength(20);
            b.Property(media => media.Alt).HasMaxLength(MediaConsts.MaxAltLength);
            b.Property(media => media.Caption).HasMaxLength(MediaConsts.MaxCaptionLength);
            b.Property(media => media.Credit).HasMaxLength(MediaConsts.MaxCreditLength);
            b.Property(media => media.ConsentNote).HasMaxLength(MediaConsts.MaxConsentNoteLength);
            b.Property(media => media.SearchText).HasMaxLength(MediaFile.MaxSearchTextLength);
            b.Property(media => media.VariantWidths).HasMaxLength(100);
            b.Ignore(media => media.Type);
            b.Ignore(media => media.FallbackType);
            b.Ignore(media => media.Variants);
            b.Ignore(media => media.Content);
            b.Ignore(media => media.Formers);
            b.HasIndex(media => new { media.TenantId, media.Id });
            b.HasIndex(media => new { media.TenantId, media.Hash });
        });
        builder.ConfigureAgendaAndForms();
        ConfigureTransfer(builder);
    }

    private static void ConfigureTransfer(ModelBuilder builder)
    {
        builder.Entity<SiteImport>(b =>
        {
            b.ToTable("SitesImports");
            b.ConfigureByConvention();
            b.Property(import => import.FileName).HasMaxLength(SiteImportConsts.MaxFileNameLength);
            b.Property(import => import.Source).HasConversion<string>().HasMaxLength(20);
            b.Property(import => import.Status).HasConversion<string>().HasMaxLength(20);
            b.Property(import => import.SiteTitle).HasMaxLength(SiteImportConsts.MaxTitleLength);
            b.Property(import => import.SiteUrl).HasMaxLength(SiteImportConsts.MaxAddressLength);
            b.Property(import => import.ErrorCode).HasMaxLength(SiteImportConsts.MaxCodeLength);
            b.Ignore(import => import.BlobName).Ignore(import => import.IsWorking).Ignore(import => import.Counts);
            b.HasIndex(import => new { import.TenantId, import.CreationTime });
        });
        builder.Entity<SiteImportItem>(b =>
        {
            b.ToTable("SitesImportItems");
            b.ConfigureByConvention();
            b.HasKey(item => new { item.ImportId, item.Number });
            b.Property(item => item.SourceKey).HasMaxLength(SiteImportConsts.MaxKeyLength);
            b.Property(item => item.Title).HasMaxLength(SiteImportConsts.MaxTitleLength);
            b.Property(item => item.Reason).HasMaxLength(SiteImportConsts.MaxCodeLength);
            b.Ignore(item => item.Notes);
            b.HasIndex(item => new { item.ImportId, item.State });
            b.HasIndex(item => new { item.TenantId, item.SourceKey });
        });
        builder.Entity<SiteExport>(b =>
        {
            b.ToTable("SitesExports");
            b.ConfigureByConvention();
            b.Property(export => export.Kind).HasConversion<string>().HasMaxLength(20);
            b.Property(export => export.Status).HasConversion<string>().HasMaxLength(20);
            b.Property(export => export.ErrorCode).HasMaxLength(SiteImportConsts.MaxCodeLength);
            b.Ignore(export => export.BlobName).Ignore(export => export.IsWorking);
            b.HasIndex(export => new { export.TenantId, export.CreationTime });
        });
    }

    private static void ConfigureFinding(ModelBuilder builder)
    {
        builder.Entity<SearchEntry>(b =>
        {
            b.ToTable("SitesSearchEntries");
            b.Property(entry => entry.Path).HasMaxLength(FormerAddress.MaxPathLength);
            b.Property(entry => entry.Title).HasMaxLength(PageConsts.MaxTitleLength);
            b.Property(entry => entry.Text).HasMaxLength(SearchEntry.MaxTextLength);
            b.HasIndex(entry => entry.TenantId);
        });
        builder.Entity<MediaUseEntry>(b =>
        {
            b.ToTable("SitesMediaUses");
            b.ConfigureByConvention();
            b.HasIndex(use => use.OwnerId);
            b.HasIndex(use => new { use.TenantId, use.MediaId });
        });
        builder.Entity<SearchTerm>(b =>
        {
            b.ToTable("SitesSearchTerms");
            b.HasKey(term => new { term.EntryId, term.Term });
            b.Property(term => term.Term).HasMaxLength(FrenchAnalyzer.MaxTermLength);
            b.Property(term => term.Word).HasMaxLength(FrenchAnalyzer.MaxTermLength);
            b.HasIndex(term => new { term.TenantId, term.Term });
        });
        builder.Entity<VisitCount>(b =>
        {
            b.ToTable("SitesVisits");
            b.Property(visit => visit.Key).HasMaxLength(VisitCount.MaxKeyLength);
            b.HasIndex(visit => new { visit.TenantId, visit.Day, visit.Kind, visit.Key }).IsUnique();
            b.HasIndex(visit => visit.Day);
        });
        builder.Entity<SiteDomain>(b =>
        {
            b.ToTable("SitesDomains");
            b.ConfigureByConvention();
            b.Property(domain => domain.Name).HasMaxLength(DomainConsts.MaxNameLength);
            b.Property(domain => domain.ClaimedName).HasMaxLength(DomainConsts.MaxNameLength);
            b.Property(domain => domain.Token).HasMaxLength(SiteDomain.TokenLength);
            b.Property(domain => domain.State).HasConversion<string>().HasMaxLength(20);
            b.HasIndex(domain => new { domain.OwnerTenantId, domain.Name }).IsUnique();
            b.HasIndex(domain => domain.ClaimedName).IsUnique();
        });
    }

    private static void ConfigurePublication<T>(EntityTypeBuilder<T> b) where T : Publication
    {
        b.ConfigureByConvention();
        b.Property(publication => publication.Title).HasMaxLength(PageConsts.MaxTitleLength);
        b.Property(publication => publication.PublishedTitle).HasMaxLength(PageConsts.MaxTitleLength);
        b.Property(publication => publication.Slug).HasMaxLength(Publication.MaxStoredSlugLength);
        b.Ignore(publication => publication.Path);
        b.Ignore(publication => publication.SlugBeforeDeletion);
        b.Property(publication => publication.ScheduleProblem).HasMaxLength(Publication.MaxScheduleProblemLength);
        b.HasIndex(publication => new { publication.TenantId, publication.Slug }).IsUnique();
        b.HasIndex(publication => new { publication.TenantId, publication.NextChangeTime }).HasFilter("\"NextChangeTime\" IS NOT NULL");
    }
}
