using System.Text;

namespace CapaCitoyenne.Learning.Questions.Gift;

/// <summary>One good question of a file.</summary>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Hash">See <see cref="QuestionJson.Hash"/>.</param>
/// <param name="Advice">What its author should improve; the question is usable.</param>
public sealed record GiftQuestion(Question Question, int Line, string Hash, IReadOnlyList<QuestionIssue> Advice);

/// <summary>What a file holds: the good questions, and what is wrong with the others. Reading changes nothing anywhere.</summary>
public sealed record GiftFile(IReadOnlyList<GiftQuestion> Questions, IReadOnlyList<GiftIssue> Issues);

/// <summary>Reads questions in GIFT, the text format of Moodle.</summary>
/// <remarks>
/// As Moodle reads it, except where Moodle guesses: a number that is none, a lone <c>0</c> line, or a category followed by a question are read
/// as their author meant them, or refused with their place. Source: the GIFT chapter of Moodle's documentation.
/// </remarks>
public static class GiftReader
{
    /// <summary>In characters.</summary>
    public const int MaxLength = 1_000_000;

    /// <summary>In one file.</summary>
    public const int MaxQuestions = 2_000;

    /// <summary>Of a question's own key, in characters.</summary>
    public const int MaxIdLength = 100;

    /// <summary>Enough to see that a file is not GIFT at all; the reading stops there.</summary>
    public const int MaxIssues = 500;

    /// <param name="bytes">UTF-8, with or without a byte order mark.</param>
    public static GiftFile Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Read(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
        }
        catch (DecoderFallbackException e)
        {
            var before = bytes[..Math.Clamp(e.Index, 0, bytes.Length)];
            var lineStart = before.LastIndexOf((byte)'\n') + 1;
            return new([], [new(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1, GiftErrorCodes.NotUtf8)]);
        }
    }

    public static GiftFile Read(string text)
    {
        text = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (text.Length > MaxLength) return new([], [new(1, 1, GiftErrorCodes.FileTooLarge)]);
        var (questions, issues) = (new List<GiftQuestion>(), new List<GiftIssue>());
        var (ids, hashes) = (new HashSet<string>(), new HashSet<string>());
        var category = "";
        var blocks = GiftBlock.Split(text).ToList();
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            try
            {
                if (GiftCategory.Read(block.Content, out var rest) is { } named)
                {
                    category = named;
                    if (rest.Length == 0) continue;
                }

                if (questions.Count == MaxQuestions) throw new GiftException(block.Content.Offset, GiftErrorCodes.TooManyQuestions);
                var question = GiftQuestionParser.Parse(rest) with { ExternalId = block.Id, Tags = block.Tags, Category = category };
                var checks = question.Check();
                if (checks.FirstOrDefault(check => check.IsError) is { } error) throw new GiftException(rest.Offset, error.Code, error.Path);
                var hash = QuestionJson.Hash(question);
                if (block.Id is { Length: > MaxIdLength }) throw new GiftException(rest.Offset, GiftErrorCodes.IdTooLong, block.Id[..20] + "…");
                if (block.Id is not null && !ids.Add(block.Id)) throw new GiftException(rest.Offset, GiftErrorCodes.IdRepeated, block.Id);
                if (!hashes.Add(hash)) throw new GiftException(rest.Offset, GiftErrorCodes.QuestionRepeated);
                questions.Add(new(question, Place(text, rest.Offset).Line, hash, [.. checks]));
            }
            catch (GiftException e)
            {
                var tail = e.Code == GiftErrorCodes.BraceNotClosed ? ClosingBlock(blocks, i) : -1;
                var (line, column) = Place(text, e.Offset);
                issues.Add(new(line, column, tail < 0 ? e.Code : GiftErrorCodes.BlankLineInAnswers, e.Detail));
                if (e.Code == GiftErrorCodes.TooManyQuestions || issues.Count == MaxIssues) break;
                if (tail > 0) i = tail;
            }
        }

        return new(questions, issues);
    }

    // A blank line inside the braces cuts one question into several blocks; it is reported once.
    private static int ClosingBlock(List<GiftBlock> blocks, int open)
    {
        for (var i = open + 1; i < blocks.Count; i++)
        {
            var closing = blocks[i].Content.IndexOf('}');
            var opening = blocks[i].Content.IndexOf('{');
            if (closing >= 0 && (opening < 0 || closing < opening)) return i;
            if (opening >= 0) return -1;
        }

        return -1;
    }

    private static (int Line, int Column) Place(string text, int offset)
    {
        var before = text.AsSpan(0, Math.Min(offset, text.Length));
        return (before.Count('\n') + 1, before.Length - (before.LastIndexOf('\n') + 1) + 1);
    }
}
