using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace KitchenGuard.Web.Platform.Forms;

/// <summary>Binds enums of pages by <see cref="EnumWord"/>.</summary>
public sealed class EnumBinderProvider : IModelBinderProvider
{
    private static readonly EnumBinder Binder = new();

    /// <inheritdoc />
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType.IsEnum ? Binder : null;

    private sealed class EnumBinder : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (given == ValueProviderResult.None)
            {
                return Task.CompletedTask;
            }

            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
            if (EnumWord.TryRead(bindingContext.ModelMetadata.UnderlyingOrModelType, given.FirstValue, out var value))
            {
                bindingContext.Result = ModelBindingResult.Success(value);
            }
            else if (!string.IsNullOrWhiteSpace(given.FirstValue))
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, "Choose one of what is offered.");
            }
            else if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
            {
                bindingContext.Result = ModelBindingResult.Success(null);
            }

            return Task.CompletedTask;
        }
    }
}
