namespace CapaCitoyenne.Associations.Sessions;

/// <summary>A browser that the person is signed in with.</summary>
/// <param name="Browser">« Firefox »; empty when it is not known.</param>
/// <param name="System">« Android »; empty when it is not known.</param>
/// <param name="SignInTime">UTC.</param>
/// <param name="LastSeenTime">UTC, to the hour.</param>
/// <param name="IsCurrent">The one that asks.</param>
public record OpenSessionDto(Guid Id, string Browser, string System, DateTime SignInTime, DateTime LastSeenTime, bool IsCurrent);
