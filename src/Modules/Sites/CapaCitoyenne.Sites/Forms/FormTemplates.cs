using CapaCitoyenne.Sites.Localization;
using Microsoft.Extensions.Localization;

namespace CapaCitoyenne.Sites.Forms;

/// <summary>Forms to start from, in the language of whoever makes one.</summary>
internal sealed class FormTemplates(IStringLocalizer<SitesResource> localizer) : ITransientDependency
{
    private const int DefaultMonths = 12;

    public Form Create(FormTemplate template, Guid id, Guid tenantId) => template switch
    {
        FormTemplate.Contact => new Form(id, tenantId, L("Contact:Name"), L("Contact:Purpose"), DefaultMonths,
        [
            Field("nom", FormFieldKind.ShortText, "Name"), Field("email", FormFieldKind.Email, "Email"), Field("message", FormFieldKind.LongText, "Message"),
        ]),
        FormTemplate.Membership => new Form(id, tenantId, L("Membership:Name"), L("Membership:Purpose"), DefaultMonths,
        [
            Field("nom", FormFieldKind.ShortText, "Name"), Field("email", FormFieldKind.Email, "Email"), Field("telephone", FormFieldKind.Phone, "Phone", isRequired: false),
            new FormField("envies", FormFieldKind.ChoiceMany, L("Wishes"), null, false, [L("Wish:Help"), L("Wish:Meet"), L("Wish:Learn"), L("Wish:Support")]),
            Field("message", FormFieldKind.LongText, "MessageOptional", isRequired: false),
        ]),
        _ => new Form(id, tenantId, L("Blank:Name"), L("Contact:Purpose"), DefaultMonths, [Field("question", FormFieldKind.ShortText, "Question", isRequired: false)]),
    };

    private FormField Field(string id, FormFieldKind kind, string label, bool isRequired = true) => new(id, kind, L(label), null, isRequired, []);

    private string L(string name) => localizer["Form:Template:" + name];
}
