namespace CapaCitoyenne.Sites;

/// <summary>What other modules and the workspace may know of Sites.</summary>
public class SitesContractsModule : AbpModule;
