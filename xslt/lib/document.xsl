<?xml version="1.0" encoding="UTF-8"?>
<!-- What both views of a document share: its addresses, its metadata, its words about itself. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:include href="frame.xsl"/>
  <xsl:include href="lookup.xsl"/>
  <xsl:include href="apparatus.xsl"/>
  <xsl:include href="reading-note.xsl"/>
  <xsl:include href="passages.xsl"/>
  <xsl:include href="not-taken.xsl"/>
  <xsl:include href="prose.xsl"/>
  <xsl:include href="pages.xsl"/>
  <xsl:include href="metadata.xsl"/>
  <xsl:include href="citing.xsl"/>

  <xsl:param name="name" as="xs:string" select="'edition'"/>
  <xsl:param name="reading-href" as="xs:string" select="'index.html'"/>
  <xsl:param name="diplomatic-href" as="xs:string" select="'diplomatic.html'"/>
  <xsl:param name="parallel-href" as="xs:string" select="'parallel.html'"/>
  <xsl:param name="facsimile-href" as="xs:string" select="'facsimile.html'"/>
  <xsl:param name="errata-href" as="xs:string" select="'errata.html'"/>
  <xsl:param name="source-href" as="xs:string" select="'source.html'"/>
  <xsl:param name="tei-href" as="xs:string" select="'edition.xml'"/>

  <!-- The edition in other forms, where they were made. -->
  <xsl:param name="epub-href" as="xs:string" select="''"/>
  <xsl:param name="pdf-href" as="xs:string" select="''"/>

  <xsl:variable name="titles" as="element()*" select="$header/fileDesc/titleStmt/title"/>
  <xsl:variable name="main-title" as="xs:string" select="normalize-space(($titles[@type = 'main'], $titles, $edition//text//head)[1])"/>
  <xsl:variable name="sub-title" as="xs:string" select="normalize-space(($titles[@type = 'sub'])[1])"/>
  <xsl:variable name="created" as="element()?" select="($header/profileDesc/creation/date, $edition//text//dateline//date)[1]"/>
  <xsl:variable name="created-day" as="xs:string?" select="string(($created/@when, $created/@notBefore)[1])[.]"/>
  <xsl:variable name="version" as="element()?" select="$header/fileDesc/editionStmt/edition[1]"/>
  <!-- Where nobody is named the words only say so. -->
  <xsl:variable name="publisher" as="xs:string" select="normalize-space(($header//publicationStmt/publisher)[1][not(@cert = 'unknown')])"/>
  <xsl:variable name="nobody" as="xs:string" select="normalize-space(($header/fileDesc/titleStmt/respStmt/name[@cert = 'unknown'])[1])"/>
  <xsl:variable name="document-title" as="xs:string" select="$main-title || (if ($created-day) then ', ' || f:day($created-day) else '')"/>

  <!-- Places of the talk, the wider one last: 'Secretary’s office, Washington'. -->
  <xsl:variable name="places" as="xs:string*" select="
    distinct-values(($header//settingDesc//placeName, $header/profileDesc/creation/placeName) ! replace(normalize-space(.), '\.$', ''))"/>

  <!-- The title; what follows a colon begins a line of its own. -->
  <xsl:template name="title" as="element()">
    <h1>
      <xsl:sequence select="f:in-language($lang)"/>
      <xsl:choose>
        <xsl:when test="contains($main-title, ': ')">
          <xsl:text>{substring-before($main-title, ': ')}: </xsl:text><span class="subject">{substring-after($main-title, ': ')}</span>
        </xsl:when>
        <xsl:otherwise>{$main-title}</xsl:otherwise>
      </xsl:choose>
    </h1>
  </xsl:template>

  <!-- Page images that lie beside the edition and that a page names; others are no part of it, and the page loads nothing from elsewhere. -->
  <xsl:variable name="images" as="element()*" select="
    let $named := $edition//text//pb/@facs ! string(.)
    return $edition/TEI/facsimile/surface[('#' || @xml:id) = $named]/graphic[1][not(matches(@url, '^([a-z][a-z0-9+.\-]*:|/)', 'i'))]"/>

  <!-- The title of a view: what it is, and of what document. -->
  <xsl:function name="f:view-title" as="xs:string">
    <xsl:param name="view" as="xs:string"/>
    <xsl:sequence select="f:say('view-of-document', map { 'view': f:named('view', $view), 'title': $document-title }) || (if ($site-title) then ' – ' || $site-title else '')"/>
  </xsl:function>

  <xsl:template name="views" as="element()*">
    <!-- The name of its stylesheet. -->
    <xsl:param name="current" as="xs:string"/>
    <xsl:variable name="hrefs" as="map(xs:string, xs:string)" select="map {
      'reading': $reading-href, 'diplomatic': $diplomatic-href, 'parallel': $parallel-href, 'facsimile': $facsimile-href,
      'errata': $errata-href, 'cite': $cite-href, 'source': $source-href }"/>
    <xsl:for-each select="'reading', 'diplomatic', 'parallel', 'facsimile'[exists($images)], 'errata'[exists($mended)], 'cite'[$cite-href], 'source'">
      <li>
        <a href="{$hrefs(.)}">
          <xsl:if test=". = $current"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
          <xsl:text>{f:named('view', .)}</xsl:text>
        </a>
      </li>
    </xsl:for-each>
    <li><a href="{$tei-href}" type="application/tei+xml">TEI</a></li>
  </xsl:template>

  <!-- 'Version 1.0.0, 28 November 2026'; as the header has it where it gives no number. -->
  <xsl:function name="f:version-in-words" as="xs:string">
    <xsl:param name="version" as="element()"/>
    <xsl:sequence select="
      if ($version/@n) then string-join((f:say('version-title', map { 'number': $version/@n }), $version/date/@when ! f:day(.)), ', ') else normalize-space($version)"/>
  </xsl:function>

  <!-- One sentence for search engines and for lists of links. -->
  <xsl:variable name="description" as="xs:string" select="
    normalize-space(string-join(($main-title, $sub-title[.]), '. ') || (if (not($sub-title) and $created-day) then ', ' || f:day($created-day) else '') || '.')"/>

  <!-- Where the paper was kept, as a citation names it: 'Department of State, Central Files, 611.61/1-1063'. -->
  <xsl:variable name="shelfmark" as="xs:string" select="
    string-join($header//sourceDesc/msDesc/msIdentifier/(repository | collection | idno)[normalize-space()] ! normalize-space(.), ', ')"/>

  <xsl:template name="colophon" as="node()*">
    <p>
      <xsl:for-each select="($publisher, $nobody)[. ne ''][1]">{.}. </xsl:for-each>
      <xsl:if test="$version">{f:version-in-words($version)}. </xsl:if>
      <xsl:for-each select="($header//availability//licence)[1]">
        <a href="{@target}" rel="license">{normalize-space(.)}</a>
        <xsl:text>.</xsl:text>
      </xsl:for-each>
    </p>
    <xsl:for-each select="($header//appInfo/application)[1]">
      <p><xsl:sequence select="f:tell('made-with-from-tei', map { 'program': normalize-space(label) || ' ' || @version, 'tei': f:link($tei-href) })"/></p>
    </xsl:for-each>
    <xsl:call-template name="releases"/>
  </xsl:template>
</xsl:stylesheet>
