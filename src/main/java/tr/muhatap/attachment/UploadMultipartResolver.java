package tr.muhatap.attachment;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;

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
        return UploadedForm.read(request, settings.largest().toBytes(), settings.most());
    }

    @Override
    public void cleanupMultipart(MultipartHttpServletRequest request) {
        UploadedForm.discard(request.getMultiFileMap());
    }
}
