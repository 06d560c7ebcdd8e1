using System.Buffers.Text;
using System.Text;

namespace CapaCitoyenne.Mailing.Contacts;

/// <summary>Keyset cursors as opaque texts.</summary>
internal static class Cursors
{
    public static string Encode(string value) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(value));

    /// <returns>Null for no cursor and for one that is not ours: the first page.</returns>
    public static string? Decode(string? cursor) =>
        string.IsNullOrEmpty(cursor) || !Base64Url.IsValid(cursor) ? null : Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));

    public static Guid? DecodeGuid(string? cursor) => Guid.TryParse(Decode(cursor), out var id) ? id : null;
}

/// <summary>The last contact of a page, by what the list is sorted by; the address makes it unique.</summary>
internal sealed record ContactCursor(string Key, string Email)
{
    private const char Bar = '\n';

    /// <summary>Empty for a cursor of another order: nobody comes after it.</summary>
    public Guid Id => Guid.TryParse(Key, out var id) ? id : Guid.Empty;

    public static string Encode(Contact last, ContactSort sort) => Cursors.Encode(sort switch
    {
        ContactSort.Name => last.SearchLastName,
        ContactSort.Newest => last.Id.ToString("N"),
        _ => "",
    } + Bar + last.NormalizedEmail);

    public static ContactCursor? Decode(string? cursor) => Cursors.Decode(cursor)?.Split(Bar, 2) is [var key, var email] ? new(key, email) : null;

    public static ContactCursor? After(string? email) => email is null ? null : new("", email);
}
