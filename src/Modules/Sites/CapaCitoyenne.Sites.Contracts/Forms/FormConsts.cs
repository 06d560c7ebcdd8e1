namespace CapaCitoyenne.Sites.Forms;

/// <summary>Limits of forms and of what is sent with them.</summary>
public static class FormConsts
{
    public const int MaxNameLength = 120;
    public const int MaxPurposeLength = 300;
    public const int MaxSuccessMessageLength = 600;

    /// <summary>Forms of one space.</summary>
    public const int MaxForms = 50;

    public const int MaxFields = 30;
    public const int MaxFieldIdLength = 40;
    public const int MaxLabelLength = 200;
    public const int MaxHelpLength = 300;
    public const int MaxOptions = 40;
    public const int MaxOptionLength = 120;
    public const int MaxRecipients = 10;

    /// <summary>Characters of an answer on one line.</summary>
    public const int MaxShortAnswerLength = 200;

    /// <summary>Characters of an answer on several lines.</summary>
    public const int MaxLongAnswerLength = 5000;

    public const int MaxEmailLength = 254;

    /// <summary>What one space takes in within an hour, over all its forms: beyond it somebody is playing with it.</summary>
    public const int MaxSubmissionsPerHour = 200;

    /// <summary>The choices for how long answers are kept.</summary>
    public static IReadOnlyList<int> RetentionMonths { get; } = [1, 3, 6, 12, 36];
}

public enum FormFieldKind
{
    ShortText,
    LongText,
    Email,
    Phone,

    /// <summary>One of the options.</summary>
    ChoiceOne,

    /// <summary>Any number of the options.</summary>
    ChoiceMany,

    /// <summary>A box to tick.</summary>
    Checkbox,
    Date,
    Number,
}

/// <summary>Ready forms to start from.</summary>
public enum FormTemplate
{
    Blank,
    Contact,

    /// <summary>For people who would like to join.</summary>
    Membership,
}
