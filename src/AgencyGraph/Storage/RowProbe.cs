using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AgencyGraph.Storage;

/// <summary>
/// Whether there is a row with certain values. A write asks so before it looks closer: of what is new, as most is, nothing is there, and
/// to learn that must cost next to nothing.
/// </summary>
/// <param name="members">The members that are compared, in the order in which their values are given.</param>
internal sealed class RowProbe<TEntity>(params string[] members)
    where TEntity : class
{
    private readonly ConditionalWeakTable<IModel, Question> questions = [];

    public ValueTask<bool> FindsAsync(IStorageEngine storage, AgencyDb db, CancellationToken cancellationToken, params object[] values)
    {
        var question = questions.GetValue(db.Model, Ask);
        var stored = values.Zip(question.Converters, (value, converter) => converter?.ConvertToProvider(value) ?? value);
        return storage.ExistsAsync(db, question.Text, [.. stored], cancellationToken);
    }

    private Question Ask(IModel model)
    {
        var entity = model.FindEntityType(typeof(TEntity)) ?? throw new InvalidOperationException($"{typeof(TEntity).Name} is no entity.");
        var properties = members.Select(entity.GetProperty).ToList();
        var conditions = properties.Select((property, i) => $"\"{property.GetColumnName()}\" = @p{i}");
        return new Question(
            $"SELECT 1 FROM \"{entity.GetTableName()}\" WHERE {string.Join(" AND ", conditions)} LIMIT 1",
            [.. properties.Select(property => property.GetTypeMapping().Converter)]);
    }

    private sealed record Question(string Text, IReadOnlyList<ValueConverter?> Converters);
}
