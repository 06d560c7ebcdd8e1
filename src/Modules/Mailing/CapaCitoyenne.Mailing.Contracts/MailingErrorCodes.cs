namespace CapaCitoyenne.Mailing;

/// <summary>Worded codes; each one is a key of <c>fr.json</c> and <c>en.json</c>.</summary>
public static class MailingErrorCodes
{
    public const string EmailInvalid = "Mailing:EmailInvalid";
    public const string ContactAlreadyExists = "Mailing:ContactAlreadyExists";
    public const string ContactSuppressed = "Mailing:ContactSuppressed";
    public const string ConsentProofRequired = "Mailing:ConsentProofRequired";
    public const string FieldLabelTaken = "Mailing:FieldLabelTaken";
    public const string FieldTooMany = "Mailing:FieldTooMany";
    public const string FieldHasNoChoices = "Mailing:FieldHasNoChoices";
    public const string FieldUnknown = "Mailing:FieldUnknown";
    public const string FieldValueInvalid = "Mailing:FieldValueInvalid";
    public const string MergeNeedsTwo = "Mailing:MergeNeedsTwo";
    public const string TagNameTaken = "Mailing:TagNameTaken";
    public const string TagTooMany = "Mailing:TagTooMany";
    public const string TagRequired = "Mailing:TagRequired";
    public const string ListRequired = "Mailing:ListRequired";
    public const string SegmentNameTaken = "Mailing:SegmentNameTaken";
    public const string SegmentTooMany = "Mailing:SegmentTooMany";
    public const string SegmentConditionInvalid = "Mailing:SegmentConditionInvalid";
    public const string SegmentUsedByCampaign = "Mailing:SegmentUsedByCampaign";
    public const string UsedBySegment = "Mailing:UsedBySegment";
    public const string ListNameTaken = "Mailing:ListNameTaken";
    public const string ImportFileEmpty = "Mailing:ImportFileEmpty";
    public const string ImportFileTooLarge = "Mailing:ImportFileTooLarge";
    public const string ImportHasNoEmailColumn = "Mailing:ImportHasNoEmailColumn";
    public const string ImportAlreadyStarted = "Mailing:ImportAlreadyStarted";
    public const string ImportNotChecked = "Mailing:ImportNotChecked";
    public const string ImportOriginRequired = "Mailing:ImportOriginRequired";
    public const string ImportFailed = "Mailing:ImportFailed";
    public const string CampaignNotEditable = "Mailing:CampaignNotEditable";
    public const string CampaignNotReady = "Mailing:CampaignNotReady";
    public const string CampaignCannotPause = "Mailing:CampaignCannotPause";
    public const string CampaignCannotResume = "Mailing:CampaignCannotResume";
    public const string CampaignCannotCancel = "Mailing:CampaignCannotCancel";
    public const string CampaignCannotDelete = "Mailing:CampaignCannotDelete";
    public const string CampaignDocumentInvalid = "Mailing:CampaignDocumentInvalid";
    public const string AssociationNotConfirmed = "Mailing:AssociationNotConfirmed";
    public const string TestAddressRefused = "Mailing:TestAddressRefused";
    public const string TransportUnavailable = "Mailing:TransportUnavailable";
    public const string TransportIncomplete = "Mailing:TransportIncomplete";
    public const string TransportSecretNeeded = "Mailing:TransportSecretNeeded";
    public const string LinkInvalid = "Mailing:LinkInvalid";
    public const string WebhookSignatureInvalid = "Mailing:WebhookSignatureInvalid";
    public const string PersonalizationUnknownField = "Mailing:PersonalizationUnknownField";
    public const string PersonalizationNoFallback = "Mailing:PersonalizationNoFallback";
    public const string PersonalizationMalformed = "Mailing:PersonalizationMalformed";
}
