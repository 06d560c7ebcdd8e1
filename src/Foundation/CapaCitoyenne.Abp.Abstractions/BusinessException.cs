namespace CapaCitoyenne.Abp;

public interface IHasErrorCode
{
    string? Code { get; }
}

/// <summary>An exception with data for the caller beside its text (both versions of a block that two people changed).</summary>
public interface IProblemData
{
    object? ProblemData { get; }
}

/// <summary>
/// A rule of the domain said no. <see cref="Code"/> is worded (<c>Mailing:ContactAlreadyUnsubscribed</c>) and is the localization key
/// of its text; the values given by <see cref="WithData"/> fill the placeholders <c>{Name}</c>. Becomes HTTP 403, as in ABP,
/// unless <c>AbpExceptionHttpStatusCodeOptions</c> maps the code to another status.
/// </summary>
public class BusinessException(string? code = null, string? message = null, string? details = null, Exception? innerException = null)
    : Exception(message ?? code, innerException), IHasErrorCode
{
    public string? Code { get; } = code;

    public string? Details { get; } = details;

    public BusinessException WithData(string name, object? value)
    {
        Data[name] = value;
        return this;
    }
}

/// <summary>A message that is already worded for the user (for instance by the identity system).</summary>
public class UserFriendlyException(string message, string? code = null, string? details = null)
    : BusinessException(code, message, details);
