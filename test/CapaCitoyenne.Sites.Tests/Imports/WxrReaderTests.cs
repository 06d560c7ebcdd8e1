using System.Text;
using CapaCitoyenne.Sites.Imports.WordPress;

namespace CapaCitoyenne.Sites.Imports;

/// <summary>WordPress's export files, the hard ones too.</summary>
public sealed class WxrReaderTests
{
    [Fact]
    public async Task Texts_keep_the_end_of_a_CDATA_section_and_every_part_of_several()
    {
        var items = await ReadAsync(Wxr("""
            <item><title>Un</title><wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
            <content:encoded><![CDATA[avant ]]]]><![CDATA[> après]]> et <![CDATA[& encore]]></content:encoded></item>
            """));
        items.Single(item => item.Kind == SourceKind.Post).Body.ShouldBe("avant ]]> après et & encore");
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("1.1")]
    [InlineData("1.2")]
    public async Task Each_version_of_the_format_is_read(string version)
        => (await ReadAsync(Wxr("<item><title>Un</title><wp:post_id>1</wp:post_id></item>", version))).ShouldContain(item => item.Kind == SourceKind.Post && item.Title == "Un");

    [Fact]
    public async Task Prefixes_that_nobody_declared_or_that_have_other_names_are_understood()
    {
        const string undeclared = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><wp:wxr_version>1.1</wp:wxr_version><item><title>Un</title><wp:post_id>1</wp:post_id></item></channel></rss>";
        (await ReadAsync(undeclared)).ShouldContain(item => item.Title == "Un");
        const string other = "<rss version=\"2.0\" xmlns:w=\"http://wordpress.org/export/1.2/\"><channel><w:wxr_version>1.2</w:wxr_version><item><title>Un</title><w:post_id>5</w:post_id></item></channel></rss>";
        (await ReadAsync(other)).ShouldContain(item => item.Key == "5");
    }

    [Fact]
    public async Task Letters_of_all_alphabets_come_through_and_characters_that_XML_has_not_are_replaced()
    {
        var items = await ReadAsync("\uFEFF\n\n" + Wxr("<item><title>Œuvre — 日本 \U0001F600 \u0008</title><wp:post_id>1</wp:post_id><wp:post_name>%c5%93uvre</wp:post_name></item>"));
        var post = items.Single(item => item.Kind == SourceKind.Post);
        post.Title.ShouldBe("Œuvre — 日本 \U0001F600 \uFFFD");
        post.Slug.ShouldBe("œuvre");
    }

    [Fact]
    public async Task A_date_of_zeros_is_no_date_and_drafts_stay_drafts()
    {
        var post = (await ReadAsync(Wxr("""
            <item><title>Brouillon</title><wp:post_id>1</wp:post_id><wp:post_date>0000-00-00 00:00:00</wp:post_date><wp:post_date_gmt>0000-00-00 00:00:00</wp:post_date_gmt><wp:status>draft</wp:status></item>
            """))).Single(item => item.Kind == SourceKind.Post);
        post.Date.ShouldBeNull();
        post.Status.ShouldBe(SourceStatus.Draft);
    }

    [Fact]
    public async Task Former_addresses_pictures_menus_and_categories_are_told()
    {
        var items = await ReadAsync(Wxr("""
            <wp:category><wp:category_nicename>sorties</wp:category_nicename><wp:cat_name><![CDATA[Sorties & fêtes]]></wp:cat_name></wp:category>
            <item><title>La fête</title><link>https://ancien.fr/2023/05/la-f%C3%AAte/</link><wp:post_id>1</wp:post_id><wp:status>publish</wp:status><wp:post_date_gmt>2023-05-06 08:00:00</wp:post_date_gmt>
            <category domain="category" nicename="sorties"><![CDATA[Sorties & fêtes]]></category><category domain="post_tag" nicename="quai"><![CDATA[quai]]></category>
            <wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>fete-du-quai</wp:meta_value></wp:postmeta>
            <wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>2</wp:meta_value></wp:postmeta>
            <wp:comment><wp:comment_author_email>x@y.fr</wp:comment_author_email><wp:comment_content>Bravo</wp:comment_content></wp:comment></item>
            <item><title>photo</title><wp:post_id>2</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://ancien.fr/wp-content/uploads/2023/05/photo.jpg</wp:attachment_url>
            <wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>Le quai</wp:meta_value></wp:postmeta></item>
            <item><title></title><wp:post_id>3</wp:post_id><wp:post_type>nav_menu_item</wp:post_type><wp:postmeta><wp:meta_key>_menu_item_type</wp:meta_key><wp:meta_value>post_type</wp:meta_value></wp:postmeta>
            <wp:postmeta><wp:meta_key>_menu_item_object_id</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta></item>
            """));
        var post = items.Single(item => item.Kind == SourceKind.Post);
        post.FormerPaths.ShouldBe(["/2023/05/la-fête", "/2023/05/fete-du-quai"]);
        post.Categories.ShouldBe(["category:sorties"]);
        post.Tags.ShouldBe(["quai"]);
        post.FeaturedKey.ShouldBe("2");
        items.First(item => item.Kind == SourceKind.Category).Title.ShouldBe("Sorties & fêtes");
        items.Single(item => item.Kind == SourceKind.Media).Alt.ShouldBe("Le quai");
        items.Single(item => item.Kind == SourceKind.MenuItem).TargetKey.ShouldBe("1");
        items.Single(item => item.Reason == "Comments").Count.ShouldBe(1);
        items.Select(item => item.ToJson()).ShouldNotContain(json => json.Contains("x@y.fr", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"b\">]><rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><wp:wxr_version>1.2</wp:wxr_version></channel></rss>")]
    [InlineData("<rss><channel><title>Un flux ordinaire</title><item><title>x</title></item></channel></rss>")]
    [InlineData("<rss><channel>")]
    [InlineData("rien du tout")]
    public async Task A_document_type_another_kind_of_file_or_half_of_one_is_refused_and_said(string xml)
        => (await Should.ThrowAsync<BusinessException>(() => ReadAsync(xml))).Code.ShouldBe(SitesTransferErrorCodes.ImportFileUnreadable);

    [Fact]
    public async Task Ten_megabytes_are_read_as_a_stream()
    {
        var text = string.Join(' ', Enumerable.Repeat("Le conseil de quartier se réunit.", 30));
        var items = new StringBuilder();
        for (var i = 1; items.Length < 10_000_000; i++) items.Append(System.Globalization.CultureInfo.InvariantCulture, $"<item><title>Texte {i}</title><wp:post_id>{i}</wp:post_id><content:encoded><![CDATA[{text}]]></content:encoded></item>");
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Wxr(items.ToString())));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var count = 0;
        await foreach (var item in WxrReader.ReadAsync(file))
        {
            // A thing is told as soon as it was read, and before the rest is.
            if (++count == 100) file.Position.ShouldBeLessThan(1_000_000);
        }
        count.ShouldBeGreaterThan(8000);
        // A second or two; minutes if each thing cost as much as all before it.
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    public static string Wxr(string items, string version = "1.2") => $"""
        <?xml version="1.0" encoding="UTF-8" ?>
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/{version}/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/{version}/">
        <channel><title>L’ancien site</title><link>https://ancien.fr</link><language>fr-FR</language><wp:wxr_version>{version}</wp:wxr_version><wp:base_site_url>https://ancien.fr</wp:base_site_url><wp:base_blog_url>https://ancien.fr</wp:base_blog_url>
        {items}
        </channel></rss>
        """;

    private static async Task<List<SourceItem>> ReadAsync(string xml)
    {
        var items = new List<SourceItem>();
        await foreach (var item in WxrReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(xml)))) items.Add(item);
        return items;
    }
}
