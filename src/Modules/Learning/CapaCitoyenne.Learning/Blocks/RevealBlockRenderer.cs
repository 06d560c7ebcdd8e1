using System.Net;
using System.Text.Json.Nodes;
using CapaCitoyenne.Sites.Documents;

namespace CapaCitoyenne.Learning.Blocks;

/// <summary>A question to oneself, with an answer that opens at a click (<c>details</c>: no script). On paper and in mails both are shown.</summary>
internal sealed class RevealBlockRenderer : IBlockRenderer
{
    public string Type => "reveal";

    public IReadOnlyList<BlockRendererField> Fields { get; } =
    [
        new("question", BlockRendererFieldKind.Text, Required: true, MaxLength: 300),
        new("answer", BlockRendererFieldKind.Text, Required: true, MaxLength: 2_000),
    ];

    public string Render(JsonObject block, BlockRenderContext context)
    {
        var (question, answer) = ((string?)block["question"] ?? "", (string?)block["answer"] ?? "");
        return context.Target switch
        {
            RenderTarget.Text => $"{question}\n{answer}",
            RenderTarget.Web => $"<details><summary>{WebUtility.HtmlEncode(question)}</summary><p>{WebUtility.HtmlEncode(answer)}</p></details>",
            _ => $"<p><strong>{WebUtility.HtmlEncode(question)}</strong></p><p>{WebUtility.HtmlEncode(answer)}</p>",
        };
    }
}
