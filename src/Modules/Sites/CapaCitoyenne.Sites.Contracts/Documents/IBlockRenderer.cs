using System.Text.Json.Nodes;

namespace CapaCitoyenne.Sites.Documents;

/// <summary>A block type that another module offers for pages, letters, guides and lessons. Found by convention (<c>…BlockRenderer</c>).</summary>
[CollectedService]
public interface IBlockRenderer : ISingletonDependency
{
    /// <summary>Stable, lower case, hyphens: <c>newsletter</c>.</summary>
    string Type { get; }

    /// <summary>The closed list of the block's own fields; others are refused at saving.</summary>
    IReadOnlyList<BlockRendererField> Fields { get; }

    /// <summary>
    /// HTML for the target (without the element around the block), or plain text for <see cref="RenderTarget.Text"/>. Answers for its own
    /// escaping; reads no database; no script, no inline style on the web. The result is cached for all readers.
    /// </summary>
    string Render(JsonObject block, BlockRenderContext context);
}

public enum BlockRendererFieldKind
{
    Text,
    Markdown,
    Integer,
    Boolean,

    /// <summary>One of our URNs.</summary>
    Reference,
}

/// <param name="MaxLength">In characters, for texts.</param>
public sealed record BlockRendererField(string Name, BlockRendererFieldKind Kind, bool Required = false, int MaxLength = 500);

/// <param name="TenantId">The space whose document it is; null on the hub.</param>
/// <param name="BaseUrl">For absolute addresses in mails and feeds; null leaves them relative.</param>
/// <param name="Lang">Language of the document.</param>
public sealed record BlockRenderContext(RenderTarget Target, Guid? TenantId, string? BaseUrl, string Lang);
