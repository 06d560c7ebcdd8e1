using Microsoft.Extensions.Logging;

namespace CapaCitoyenne.Mailing.Subscriptions;

/// <summary>
/// What a person decides on one of our pages is kept, whoever changes the same contact at that moment: an import, a colleague, a second click. What loses
/// is undone whole, and begins again from what the other wrote.
/// </summary>
internal sealed class PersonalDecisions(IUnitOfWorkManager unitOfWorkManager, ILogger<PersonalDecisions> logger) : ITransientDependency
{
    private const int MaxTries = 20;

    /// <param name="decide">Reads and writes all that it needs: nothing that was read before is true at the next try.</param>
    public async Task RunAsync(Func<Task> decide)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
                await decide();
                await unitOfWork.CompleteAsync();
                return;
            }
            catch (Exception exception) when (tries < MaxTries && exception is not (OperationCanceledException or EntityNotFoundException))
            {
                logger.LogInformation(exception, "A person's decision is tried again");
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(20, 200)));
            }
        }
    }
}
