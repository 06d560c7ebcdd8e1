namespace CapaCitoyenne.Abp;

/// <summary>A defect in how the framework is used; never shown to a user.</summary>
public class AbpException : Exception
{
    public AbpException() { }

    public AbpException(string message) : base(message) { }

    public AbpException(string message, Exception innerException) : base(message, innerException) { }
}
