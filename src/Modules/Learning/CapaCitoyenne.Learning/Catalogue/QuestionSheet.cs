using System.Security.Cryptography;
using System.Text;
using CapaCitoyenne.Learning.Questions;
using CapaCitoyenne.Learning.Questions.Attempts;

namespace CapaCitoyenne.Learning.Catalogue;

/// <summary>
/// The questions of one lesson as one attempt shows them. Nothing is stored before the learner answers: the attempt's id decides the order
/// of the options, and the version tells whether the questions are still those that were shown.
/// </summary>
internal sealed class QuestionSheet
{
    private const int VersionLength = 16;
    private readonly Guid _attemptId;

    public QuestionSheet(IReadOnlyList<Question> questions, Guid attemptId)
    {
        _attemptId = attemptId;
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(questions.Select(QuestionJson.Hash)))))[..VersionLength];
        Attempt = Attempt.Start(questions, BitConverter.ToInt64(attemptId.ToByteArray(), 8));
    }

    public string Version { get; }

    public Attempt Attempt { get; }

    public Attempt Answer(IEnumerable<SheetAnswerInput> answers) => Attempt.Answer(
        answers.GroupBy(answer => answer.Number).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)group.First().Values));

    public QuestionSheetDto ToDto() => new()
    {
        AttemptId = _attemptId,
        Version = Version,
        Questions = [.. Attempt.Slots.Select(slot => ToDto(slot.ForLearner()))],
    };

    private static SheetQuestionDto ToDto(LearnerQuestion question) => new()
    {
        Number = question.Number,
        Kind = Enum.Parse<QuestionKind>(question.Kind.ToString()),
        Text = question.Text,
        Options = [.. question.Options.Select(option => new SheetOptionDto(option.Position, option.Text))],
        AllOrNothing = question.Scoring == ChoiceScoring.AllOrNothing,
    };

    public static MarkedSheetDto ToDto(Attempt attempt, IEnumerable<SheetAnswerInput> answers, bool isDone)
    {
        var sent = answers.GroupBy(answer => answer.Number).ToDictionary(group => group.Key, group => group.First().Values);
        var score = attempt.Score();
        return new()
        {
            Mark = score.Mark,
            Available = score.Available,
            Percent = score.Percent,
            IsDone = isDone,
            Questions = [.. attempt.Slots.Select(slot => new MarkedQuestionDto
            {
                Number = slot.Number,
                Outcome = slot.Grade.Outcome.ToString(),
                Mark = slot.Mark,
                Available = slot.Question.Mark,
                Values = sent.GetValueOrDefault(slot.Number) ?? [],
                Feedback = [.. slot.Grade.Feedback.Select(line => new AnswerFeedbackDto(line.Verdict.ToString(), line.Answer?.ToPlainText(), line.Why?.ToPlainText()))],
                GeneralFeedback = slot.Question.GeneralFeedback?.ToPlainText(),
            })],
        };
    }
}
