using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;

namespace CapaCitoyenne.Abp.EntityFrameworkCore;

/// <summary>
/// Lets <c>IDataFilter.Disable</c> reach a query without a word of it in the statement: « filter is off or tenant is mine » keeps SQLite, and at times
/// PostgreSQL, from every index that begins with the tenant, so that each space would pay for all the others. A query is compiled once for each set of
/// filters that are off; <see cref="DisabledFilterCacheKeys"/> keeps those apart, and neither is used without the other.
/// </summary>
internal sealed class DisabledFilterInterceptor : IQueryExpressionInterceptor
{
    private static readonly MethodInfo IgnoreMethod =
        new Func<IQueryable<object>, IReadOnlyCollection<string>, IQueryable<object>>(EntityFrameworkQueryableExtensions.IgnoreQueryFilters).Method.GetGenericMethodDefinition();

    public static DisabledFilterInterceptor Instance { get; } = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
        => eventData.Context is AbpDbContext { DisabledFilters: { Length: > 0 } names } ? new Ignoring(names).Visit(queryExpression) : queryExpression;

    private sealed class Ignoring(string[] names) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
            ? Expression.Call(IgnoreMethod.MakeGenericMethod(root.ElementType), root, Expression.Constant(names))
            : base.VisitExtension(node);
    }
}

/// <summary>One compiled query for each set of filters that are off.</summary>
internal sealed class DisabledFilterCacheKeys(CompiledQueryCacheKeyGeneratorDependencies dependencies, RelationalCompiledQueryCacheKeyGeneratorDependencies relational)
    : RelationalCompiledQueryCacheKeyGenerator(dependencies, relational)
{
    public override object GenerateCacheKey(Expression query, bool async)
        => (base.GenerateCacheKey(query, async), string.Join(' ', ((AbpDbContext)Dependencies.CurrentContext.Context).DisabledFilters));
}
