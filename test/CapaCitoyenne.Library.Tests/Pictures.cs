using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CapaCitoyenne.Library.Guides;
using CapaCitoyenne.Sites.Media;
using CapaCitoyenne.TestBase;

namespace CapaCitoyenne.Library;

/// <summary>Pictures that the tests put into guides.</summary>
internal static class Pictures
{
    public const string Alt = "Trois tables mises bout à bout dans la rue";

    /// <summary>One pixel of a colour that no other test has: the same bytes are one file for the hub.</summary>
    private static byte[] Gif
    {
        get
        {
            var gif = Convert.FromHexString("47494638396101000100800000" + "000000000000" + "2C00000000010001000002024401003B");
            RandomNumberGenerator.Fill(gif.AsSpan(13, 6));
            return gif;
        }
    }

    public static Task<MediaDto> UploadsAPicture(this TestSpace space) => space.Uploads(Gif, "repas.gif");

    public static async Task<MediaDto> Uploads(this TestSpace space, byte[] bytes, string name)
    {
        var file = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        return await space.Admin.PostAsync<MediaDto>("/api/sites/media", new MultipartFormDataContent { { file, "file", name } });
    }

    public static CreateGuideInput AGuideThatShows(MediaDto picture, string alt = Alt, string title = "Repas de rue")
    {
        var guide = LibraryTestData.AGuide(LibraryTestData.Unique(title));
        guide.Body = BodyThatShows(picture, alt);
        return guide;
    }

    public static string BodyThatShows(MediaDto picture, string alt = Alt) => Body(
        new JsonObject { ["id"] = "b1", ["type"] = "text", ["v"] = 1, ["markdown"] = "Une rue, un samedi." },
        Block("b2", picture, alt));

    public static JsonObject Block(string id, MediaDto picture, string alt = Alt)
        => new() { ["id"] = id, ["type"] = "image", ["v"] = 1, ["media"] = picture.Urn, ["alt"] = new JsonObject { ["kind"] = "text", ["text"] = alt } };

    public static string Body(params JsonNode[] blocks) => new JsonObject { ["schema"] = "page/1", ["lang"] = "fr", ["blocks"] = new JsonArray(blocks) }.ToJsonString();
}
