package tr.muhatap.attachment;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;
import tr.muhatap.problem.GeoReportErrors;

/** Multipart resolver for Spring MVC that uses {@link UploadedForm}, with the limits of attachments. */
@Component(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
class UploadMultipartResolver implements MultipartResolver {

    private final AttachmentSettings settings;

    UploadMultipartResolver(AttachmentSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.regionMatches(
                        true, 0, MediaType.MULTIPART_FORM_DATA_VALUE, 0, MediaType.MULTIPART_FORM_DATA_VALUE.length());
    }

    @Override
    public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
        long largest = settings.largest().toBytes();
        return UploadedForm.read(request, largest, settings.most(), largestForm(request, largest));
    }

    /**
     * Clients of Open311 are programs that read a refusal by its status: nothing is gained by reading what is refused
     * anyway, and their key is known only once the form is read.
     */
    private long largestForm(HttpServletRequest request, long largest) {
        return GeoReportErrors.isAt(request)
                ? Math.min(UploadedForm.LARGEST_FORM, largest * settings.most() + UploadedForm.LONGEST_FIELDS)
                : UploadedForm.LARGEST_FORM;
    }

    @Override
    public void cleanupMultipart(MultipartHttpServletRequest request) {
        UploadedForm.discard(request.getMultiFileMap());
    }
}
