using System.Linq.Expressions;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Reading;

/// <summary>What may be asked of a connection; anything else is refused with a code.</summary>
internal static class PageRules
{
    public static (int Size, bool IsBackward) Size(PageRequest request)
    {
        if (request is { First: not null, Last: not null })
            throw new ReadRefusedException(ErrorCode.InvalidInput, "Ask for `first` or for `last`, not for both.");
        var size = request.First ?? request.Last ?? PageRequest.DefaultSize;
        return size is < 1 or > PageRequest.MaxSize
            ? throw new ReadRefusedException(ErrorCode.InvalidInput, $"`first` and `last` take 1 to {PageRequest.MaxSize}.")
            : (size, request.Last is not null);
    }

    public static ListOrder Order(Listing listing, PageRequest request, Grant grant)
    {
        var order = request.Order is null ? listing.Orders[0] : listing.Orders.First(candidate => candidate.Name == request.Order);
        return grant[order.Detail].IsAlways
            ? order
            : throw new ReadRefusedException(ErrorCode.SortForbidden, "Your role may not read the field that this order is by.");
    }

    /// <summary>What holds of every row of a list, whatever is asked for.</summary>
    public static Expression Standing(FilterCondition condition, Expression target, CallerContext context)
        => context.Grant[condition.Detail].IsAlways ? NavigationGuard.Apply(condition.Predicate, target, context) : Expression.Constant(false);

    public static Expression Filter(ListFilter filter, object input, Expression target, CallerContext context)
        => filter.Conditions(input).Aggregate<FilterCondition, Expression>(Expression.Constant(true), (all, condition) =>
            context.Grant[condition.Detail].IsAlways && (context.Grant.MaySearch || condition.Detail == Detail.Open)
                ? Conditions.And(all, NavigationGuard.Apply(condition.Predicate, target, context))
                : throw new ReadRefusedException(ErrorCode.FilterForbidden, "Your role may not read the field that you filter or look up by."));
}
