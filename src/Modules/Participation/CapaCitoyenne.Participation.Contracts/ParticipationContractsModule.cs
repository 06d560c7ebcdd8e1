namespace CapaCitoyenne.Participation;

/// <summary>What other modules and the workspace may know of Participation.</summary>
public class ParticipationContractsModule : AbpModule;
