using CapaCitoyenne.Library.Commons;
using CapaCitoyenne.Library.Curation;
using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Library.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CapaCitoyenne.Library.EntityFrameworkCore;

/// <summary>Tables of the library; prefix <c>Library</c>.</summary>
public static class LibraryDbContextModelCreatingExtensions
{
    /// <summary>Maps the entities of the library.</summary>
    public static void ConfigureLibrary(this ModelBuilder builder)
    {
        builder.Entity<Guide>(b =>
        {
            b.ToTable("LibraryGuides");
            b.ConfigureByConvention();
            b.ComplexProperty(guide => guide.Content, Content);
            b.Property(guide => guide.State).HasConversion<string>().HasMaxLength(20);
            b.Property(guide => guide.CommonsSlug).HasMaxLength(GuideConsts.MaxSlugLength);
            b.Property(guide => guide.CuratorMessage).HasMaxLength(GuideConsts.MaxMessageLength);
            b.Property(guide => guide.SourceLicence).HasMaxLength(GuideConsts.MaxLicenceLength);
            b.Property(guide => guide.SourceKind).HasConversion<string>().HasMaxLength(20);
            b.HasIndex(guide => new { guide.TenantId, guide.State });
        });

        builder.Entity<GuideRevision>(b =>
        {
            b.ToTable("LibraryGuideRevisions");
            b.ConfigureByConvention();
            b.ComplexProperty(revision => revision.Content, Content);
            b.Property(revision => revision.Summary).HasMaxLength(GuideConsts.MaxSummaryLength);
            b.Property(revision => revision.AuthorName).HasMaxLength(GuideConsts.MaxNameLength);
            b.HasIndex(revision => new { revision.TenantId, revision.GuideId, revision.Number }).IsUnique();
        });

        builder.Entity<GuideSubmission>(b =>
        {
            b.ToTable("LibraryGuideSubmissions");
            b.ConfigureByConvention();
            b.ComplexProperty(submission => submission.Content, Content);
            b.Property(submission => submission.Summary).HasMaxLength(GuideConsts.MaxSummaryLength);
            b.Property(submission => submission.OwnerName).HasMaxLength(GuideConsts.MaxNameLength);
            b.Property(submission => submission.State).HasConversion<string>().HasMaxLength(20);
            b.Property(submission => submission.SourceKind).HasConversion<string>().HasMaxLength(20);
            b.Property(submission => submission.Message).HasMaxLength(GuideConsts.MaxMessageLength);
            b.HasIndex(submission => new { submission.State, submission.CreationTime });
            b.HasIndex(submission => submission.GuideId);
        });

        builder.Entity<CommonsGuide>(b =>
        {
            b.ToTable("LibraryCommonsGuides");
            b.ConfigureByConvention();
            b.ComplexProperty(guide => guide.Content, Content);
            b.Ignore(guide => guide.Path);
            b.Property(guide => guide.Slug).HasMaxLength(GuideConsts.MaxSlugLength);
            b.Property(guide => guide.OwnerName).HasMaxLength(GuideConsts.MaxNameLength);
            b.Property(guide => guide.SourceKind).HasConversion<string>().HasMaxLength(20);
            b.Property(guide => guide.WithdrawnReason).HasMaxLength(GuideConsts.MaxMessageLength);
            b.HasIndex(guide => new { guide.GuideId, guide.Revision }).IsUnique();
            b.HasIndex(guide => new { guide.Slug, guide.IsCurrent });
            b.HasIndex(guide => guide.SourceGuideId);
        });

        builder.Entity<Adaptation>(b =>
        {
            b.ToTable("LibraryAdaptations");
            b.ConfigureByConvention();
            b.Property(adaptation => adaptation.Kind).HasConversion<string>().HasMaxLength(20);
            b.HasIndex(adaptation => adaptation.SourceGuideId);
        });

        builder.Entity<CommonsTerm>(b =>
        {
            b.ToTable("LibraryCommonsTerms");
            b.HasKey(term => new { term.Term, term.CommonsGuideId });
            b.Property(term => term.Term).HasMaxLength(FrenchAnalyzer.MaxTermLength + 10);
            b.HasIndex(term => new { term.CommonsGuideId, term.Field });
        });

        builder.Entity<CommonsWord>(b =>
        {
            b.ToTable("LibraryCommonsWords");
            b.HasKey(word => word.Word);
            b.Property(word => word.Word).HasMaxLength(FrenchAnalyzer.MaxTermLength);
            b.HasIndex(word => word.Length);
        });
    }

    private static void Content(ComplexPropertyBuilder<GuideContent> b)
    {
        b.IsRequired();
        b.Ignore(content => content.ThemeList);
        b.Ignore(content => content.TagList);
        b.Property(content => content.Title).HasMaxLength(GuideConsts.MaxTitleLength);
        b.Property(content => content.Aim).HasMaxLength(GuideConsts.MaxAimLength);
        b.Property(content => content.Kind).HasConversion<string>().HasMaxLength(20);
        b.Property(content => content.Language).HasMaxLength(GuideConsts.MaxLanguageLength);
        b.Property(content => content.Licence).HasMaxLength(GuideConsts.MaxLicenceLength);
        b.Property(content => content.Themes).HasMaxLength(GuideConsts.MaxThemes * (GuideConsts.MaxTagLength + 1));
        b.Property(content => content.Tags).HasMaxLength(GuideConsts.MaxTags * (GuideConsts.MaxTagLength + 1));
        b.Property(content => content.AuthorName).HasMaxLength(GuideConsts.MaxNameLength);
        b.Property(content => content.Card).HasMaxLength(100_000);
        b.Property(content => content.Body).HasMaxLength(GuideConsts.MaxBodyLength);
    }
}
