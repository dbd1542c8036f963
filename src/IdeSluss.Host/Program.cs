using IdeSluss.Host;
using IdeSluss.Platform.Hosting;

return await IdeSlussHost.RunAsync(args, ModuleList.All);
