namespace CapaCitoyenne.Sites.Documents;

/// <summary>What somebody who reads along would point out before the draft goes online. It stops nothing.</summary>
public class ReviewRemarkDto
{
    public string Code { get; set; } = "";

    /// <summary>The sentence, in the reader's language.</summary>
    public string Message { get; set; } = "";

    /// <summary>Empty when it concerns the document as a whole.</summary>
    public string BlockId { get; set; } = "";

    public string? ItemId { get; set; }

    /// <summary>The field of the block or item; <c>alt</c> means the text inside.</summary>
    public string? Field { get; set; }

    /// <summary>The editor mends it by putting the new text in the place of the old one, once, in the field.</summary>
    public ReviewRepairDto? Repair { get; set; }

    /// <summary>The editor mends it by adding a block of this type at the end; it has no fields.</summary>
    public string? BlockToAdd { get; set; }
}

public record ReviewRepairDto(string Old, string New);
