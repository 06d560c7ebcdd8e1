using CapaCitoyenne.Sites.Forms;

namespace CapaCitoyenne.Sites.Imports.Markdown;

/// <summary>A form in the archive: its questions, what the answers are for and how long they are kept. Answers, and who is told of them, are not in it.</summary>
internal sealed class FormFile
{
    public string Name { get; set; } = "";
    public bool Closed { get; set; }
    public string Purpose { get; set; } = "";
    public int RetentionMonths { get; set; }
    public string? SuccessMessage { get; set; }
    public List<FieldEntry> Fields { get; set; } = [];

    public static FormFile Of(Form form) => new()
    {
        Name = form.Name, Closed = !form.IsOpen, Purpose = form.Purpose, RetentionMonths = form.RetentionMonths, SuccessMessage = form.SuccessMessage,
        Fields = [.. form.Fields.Select(field => new FieldEntry { Id = field.Id, Kind = field.Kind.ToString(), Label = field.Label, Help = field.Help, Required = field.IsRequired, Options = [.. field.Options] })],
    };

    public string Write() => ArchiveYaml.Write(this);

    /// <exception cref="BusinessException">ImportFileUnreadable, with the line.</exception>
    public static FormFile Read(string yaml) => ArchiveYaml.Read<FormFile>(yaml);

    internal sealed class FieldEntry
    {
        public string Id { get; set; } = "";
        public string Kind { get; set; } = "";
        public string Label { get; set; } = "";
        public string? Help { get; set; }
        public bool Required { get; set; }
        public List<string> Options { get; set; } = [];

        /// <summary>A question of a kind that this version does not have is a short text.</summary>
        public FormField ToField() => new(Id, Enum.TryParse<FormFieldKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : FormFieldKind.ShortText, Label, Help, Required, Options);
    }
}
