namespace CapaCitoyenne.Learning;

/// <summary>What other modules and the workspace may know of Learning.</summary>
public class LearningContractsModule : AbpModule;
