namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <content>Of the Near East, India and Africa.</content>
internal static partial class FurtherHeaderWords
{
    private static readonly (Word Word, string Spellings)[] Elsewhere =
    [
        // Arabic
        (Word.Name, "الاسم اسم اسم_المنتج اسم_الصنف البيان"),
        (Word.Item, "المنتج الصنف المادة منتج صنف"),
        (Word.Category, "الفئة التصنيف المجموعة القسم النوع"),
        (Word.Unit, "الوحدة وحدة"),
        (Word.Price, "السعر سعر"),
        (Word.SalePrice, "سعر_البيع"),
        (Word.Cost, "التكلفة سعر_الشراء سعر_التكلفة الكلفة"),
        (Word.Quantity, "الكمية كمية العدد"),
        (Word.Stock, "المخزون الرصيد الكمية_المتاحة"),
        (Word.Minimum, "الحد_الأدنى"),
        (Word.Code, "الكود الرمز كود رقم_الصنف"),
        (Word.Barcode, "الباركود باركود"),
        (Word.Supplier, "المورد"),
        (Word.Brand, "العلامة_التجارية الماركة"),
        (Word.Expiry, "تاريخ_الانتهاء تاريخ_الصلاحية انتهاء_الصلاحية"),
        (Word.Notes, "ملاحظات الوصف"),
        (Word.Storage, "المستودع المخزن"),
        (Word.Place, "الموقع"),
        (Word.Other, "الإجمالي القيمة التاريخ الصورة الضريبة المبيعات"),

        // Hebrew
        (Word.Name, "שם שם_מוצר שם_פריט"),
        (Word.Item, "מוצר פריט"),
        (Word.Category, "קטגוריה קבוצה מחלקה סוג"),
        (Word.Unit, "יחידה יחידת_מידה"),
        (Word.Price, "מחיר"),
        (Word.SalePrice, "מחיר_מכירה מחיר_לצרכן"),
        (Word.Cost, "עלות מחיר_קניה מחיר_עלות"),
        (Word.Quantity, "כמות"),
        (Word.Stock, "מלאי"),
        (Word.Minimum, "מינימום"),
        (Word.Code, "קוד מקט"),
        (Word.Barcode, "ברקוד"),
        (Word.Supplier, "ספק"),
        (Word.Brand, "מותג יצרן"),
        (Word.Expiry, "תפוגה תאריך_תפוגה"),
        (Word.Notes, "הערות תיאור"),
        (Word.Storage, "מחסן"),
        (Word.Place, "מיקום"),
        (Word.Other, "סהכ תאריך תמונה"),

        // Persian
        (Word.Name, "نام نام_کالا نام_محصول"),
        (Word.Item, "کالا محصول"),
        (Word.Category, "دسته گروه دسته_بندی"),
        (Word.Unit, "واحد"),
        (Word.Price, "قیمت"),
        (Word.Quantity, "تعداد مقدار"),
        (Word.Stock, "موجودی"),
        (Word.Code, "کد"),
        (Word.Barcode, "بارکد"),
        (Word.Expiry, "تاریخ_انقضا"),
        (Word.Notes, "توضیحات"),
        (Word.Supplier, "تامین_کننده"),

        // Hindi
        (Word.Name, "नाम वस्तु_का_नाम उत्पाद_का_नाम"),
        (Word.Item, "वस्तु उत्पाद सामग्री"),
        (Word.Category, "श्रेणी"),
        (Word.Unit, "इकाई"),
        (Word.Price, "मूल्य दर कीमत"),
        (Word.Quantity, "मात्रा"),
        (Word.Stock, "स्टॉक"),
        (Word.Notes, "टिप्पणी"),

        // Swahili, Afrikaans
        (Word.Name, "jina naam"),
        (Word.Item, "bidhaa produk"),
        (Word.Price, "bei prys"),
        (Word.Quantity, "kiasi idadi hoeveelheid"),
        (Word.Unit, "kipimo"),
        (Word.Supplier, "msambazaji verskaffer"),
        (Word.Stock, "akiba"),
    ];
}
