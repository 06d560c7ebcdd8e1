namespace CapaCitoyenne.Sites.Documents;

/// <summary>What somebody who reads along would point out before the draft goes online. It stops nothing.</summary>
public class ReviewRemarkDto
{
    public string Code { get; set; } = "";

    /// <summary>The sentence, in the reader's language.</summary>
    public string Message { get; set; } = "";

    /// <summary>Empty when it concerns the document as a whole, or with the field <c>title</c> or <c>excerpt</c> what stands above it.</summary>
    public string BlockId { get; set; } = "";

    public string? ItemId { get; set; }

    /// <summary>The field of the block or item; <c>alt</c> means the text inside.</summary>
    public string? Field { get; set; }

    /// <summary>The editor mends it by putting the new text in the place of the old one, once, in the field.</summary>
    public ReviewRepairDto? Repair { get; set; }

    /// <summary>What the editor does besides, when somebody chooses it.</summary>
    public ReviewAction? Action { get; set; }

    /// <summary>The editor mends it by adding a block of this type at the end.</summary>
    public string? BlockToAdd { get; set; }
}

/// <summary>What mends a remark besides other words.</summary>
public enum ReviewAction
{
    /// <summary>Takes the block out.</summary>
    RemoveBlock,

    /// <summary>Says that the picture of the block or item only decorates.</summary>
    MarkDecorative,
}

public record ReviewRepairDto(string Old, string New);
