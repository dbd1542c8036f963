using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using IdeSluss.Sdk.Files;

namespace IdeSluss.Platform.Files;

/// <summary>A store that speaks S3 (Amazon's, MinIO, Ceph, Garage …), for several replicas. The bucket must exist; nothing in it needs to be public.</summary>
internal sealed class S3Store(FileStoreOptions options, S3Options s3) : IFileStore, IDisposable
{
    private const HttpStatusCode NoSpace = (HttpStatusCode)507;

    private readonly AmazonS3Client client = new(new BasicAWSCredentials(s3.AccessKey, s3.SecretKey), new AmazonS3Config
    {
        ServiceURL = s3.Address.ToString(),
        AuthenticationRegion = s3.Region,
        ForcePathStyle = true,
        // Checksums beyond the protocol's first version are refused by most stores that are not Amazon's; our own hash is checked by VerifyFiles.
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        MaxErrorRetry = 2,
        Timeout = TimeSpan.FromSeconds(30),
    });

    public string WorkFolder { get; } = Path.Combine(options.Folder, "incoming");

    public Task PutAsync(string key, string path, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        await client.PutObjectAsync(new PutObjectRequest { BucketName = s3.Bucket, Key = NameOf(key), FilePath = path, UseChunkEncoding = false, DisableDefaultChecksumValidation = true }, cancellationToken);
        return true;
    });

    public Task<Stream?> OpenAsync(string key, long length, CancellationToken cancellationToken) => AskAsync<Stream?>(async () =>
    {
        try
        {
            // Asked for at once, so that what is missing is known before an answer has begun.
            return new S3Stream(await client.GetObjectAsync(s3.Bucket, NameOf(key), cancellationToken), length, (from, token) => ReadAsync(key, from, token));
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound && error.ErrorCode != "NoSuchBucket")
        {
            return null;
        }
    });

    public Task RemoveAsync(string key, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        await client.DeleteObjectAsync(s3.Bucket, NameOf(key), cancellationToken);
        return true;
    });

    /// <summary>Whoever writes to it hears.</summary>
    public void EnsureThere()
    {
    }

    public Task CheckAsync(CancellationToken cancellationToken) => AskAsync(async () =>
    {
        await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = s3.Bucket, MaxKeys = 1, Prefix = s3.Prefix }, cancellationToken);
        return true;
    });

    public void Dispose() => client.Dispose();

    private Task<GetObjectResponse> ReadAsync(string key, long from, CancellationToken cancellationToken) => AskAsync(() =>
        client.GetObjectAsync(new GetObjectRequest { BucketName = s3.Bucket, Key = NameOf(key), ByteRange = new ByteRange($"bytes={from.ToString(System.Globalization.CultureInfo.InvariantCulture)}-") }, cancellationToken));

    private string NameOf(string key) => s3.Prefix.Length == 0 ? key : $"{s3.Prefix}/{key}";

    private static async Task<T> AskAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (AmazonS3Exception error) when (error.StatusCode == NoSpace || error.ErrorCode is "QuotaExceeded" or "XMinioStorageFull")
        {
            throw new StoreIsFullException(error);
        }
        catch (AmazonServiceException error)
        {
            throw new FileUnavailableException($"The S3 store answers {(int)error.StatusCode} {error.ErrorCode}.", error);
        }
        catch (Exception error) when (error is AmazonClientException or HttpRequestException or (IOException and not FileUnavailableException) or TimeoutException)
        {
            throw new FileUnavailableException("The S3 store does not answer.", error);
        }
    }
}
