// Kestrel and nothing else: serves the bytes of one file from memory. The ceiling that cached pages are held against.
// Usage: Baseline FILE --Urls http://127.0.0.1:PORT
var bytes = await File.ReadAllBytesAsync(args[0]);
var builder = WebApplication.CreateSlimBuilder(args[1..]);
builder.Logging.ClearProviders();
var app = builder.Build();
app.Run(context =>
{
    context.Response.ContentType = "text/html; charset=utf-8";
    context.Response.ContentLength = bytes.Length;
    return context.Response.Body.WriteAsync(bytes, 0, bytes.Length);
});
await app.RunAsync();
