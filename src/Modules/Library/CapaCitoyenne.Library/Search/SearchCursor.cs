using System.Globalization;

namespace CapaCitoyenne.Library.Search;

/// <summary>Where a page of results ended: the rank and id of its last guide.</summary>
internal sealed record SearchCursor(int Rank, Guid Id)
{
    /// <exception cref="BusinessException"><see cref="LibraryErrorCodes.CursorInvalid"/></exception>
    public static SearchCursor? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var parts = text.Split('.');
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && Guid.TryParseExact(parts[1], "N", out var id)
            ? new SearchCursor(rank, id)
            : throw new BusinessException(LibraryErrorCodes.CursorInvalid);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rank}.{Id:N}");
}
