<?xml version="1.0" encoding="UTF-8"?>
<!-- What a page says of its document to machines: Dublin Core, Highwire's tags, schema.org. A memorandum is a manuscript to
     reference managers, and a component of an archive; no tag calls it a journal's, a book's or a report's. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:array="http://www.w3.org/2005/xpath-functions/array"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- The address of the page where it is published; empty where that is not known. -->
  <xsl:param name="canonical" as="xs:string" select="''"/>

  <xsl:variable name="drafters" as="element()*" select="$header/fileDesc/titleStmt/author[normalize-space()]"/>
  <xsl:variable name="licence" as="element()?" select="($header//availability//licence)[1]"/>
  <xsl:variable name="issued" as="xs:string?" select="($version/date/@when, $header//publicationStmt/date/@when)[1] ! string(.)"/>
  <xsl:variable name="identifier" as="element()?" select="$header//sourceDesc/msDesc/msIdentifier"/>

  <xsl:variable name="doi" as="xs:string?" select="$header//publicationStmt/idno[@type = 'DOI'] ! ('https://doi.org/' || .)"/>

  <xsl:template name="metadata" as="element()*">
    <xsl:variable name="properties" as="map(xs:string, item()*)" select="map {
      'DC.type': 'manuscript',
      'DC.title': $main-title,
      'DC.creator': $drafters ! normalize-space(.),
      'DC.date': $created-day,
      'DC.publisher': $publisher,
      'DC.subject': $header//keywords/term ! normalize-space(.),
      'DC.source': $shelfmark,
      'DC.rights': normalize-space($licence),
      'DC.language': $lang,
      'DC.identifier': ($name, $doi),
      'dcterms.created': $created-day,
      'dcterms.issued': $issued,
      'dcterms.spatial': $places,
      'dcterms.license': string($licence/@target),
      'citation_title': $main-title,
      'citation_author': $drafters ! normalize-space(.),
      'citation_publication_date': translate($created-day, '-', '/'),
      'citation_language': $lang,
      'citation_public_url': $canonical }"/>
    <xsl:if test="$canonical"><link rel="canonical" href="{$canonical}"/></xsl:if>
    <link rel="schema.DC" href="http://purl.org/dc/elements/1.1/"/>
    <link rel="schema.dcterms" href="http://purl.org/dc/terms/"/>
    <xsl:for-each select="sort(map:keys($properties))">
      <xsl:variable name="property" as="xs:string" select="."/>
      <xsl:for-each select="$properties($property)[. ne '']"><meta name="{$property}" content="{.}"/></xsl:for-each>
    </xsl:for-each>
    <link rel="alternate" type="application/tei+xml" title="TEI" href="{$tei-href}"/>
    <xsl:if test="$cite-href">
      <link rel="alternate" type="application/vnd.citationstyles.csl+json" title="CSL-JSON" href="{$name}.csl.json"/>
      <link rel="alternate" type="application/x-research-info-systems" title="RIS" href="{$name}.ris"/>
      <link rel="alternate" type="application/x-bibtex" title="BibTeX" href="{$name}.bib"/>
    </xsl:if>
    <xsl:if test="$epub-href"><link rel="alternate" type="application/epub+zip" title="EPUB" href="{$epub-href}"/></xsl:if>
    <xsl:if test="$pdf-href"><link rel="alternate" type="application/pdf" title="PDF" href="{$pdf-href}"/></xsl:if>
    <xsl:for-each select="$licence/@target"><link rel="license" href="{.}"/></xsl:for-each>
    <script type="application/ld+json">{serialize(f:linked-data(), map { 'method': 'json', 'indent': false() })}</script>
  </xsl:template>

  <!-- schema.org: the document as a component of the archive that keeps it. -->
  <xsl:function name="f:linked-data" as="map(*)">
    <xsl:variable name="mentioned" as="element()*" select="$edition//standOff/(listPerson/person | listOrg/org | listPlace/place | listEvent/event)"/>
    <xsl:sequence select="f:filled(map {
      '@context': 'https://schema.org',
      '@type': 'ArchiveComponent',
      'name': $main-title,
      'alternateName': $sub-title,
      'identifier': $name,
      'sameAs': string($doi),
      'url': $canonical,
      'genre': normalize-space(($header//msItem/title)[1]),
      'dateCreated': string($created-day),
      'datePublished': string($issued),
      'version': string($version/@n),
      'inLanguage': $lang,
      'author': array { $drafters ! map { '@type': 'Person', 'name': normalize-space(.) } },
      'publisher': if ($publisher) then map { '@type': 'Organization', 'name': $publisher } else '',
      'license': string($licence/@target),
      'locationCreated': if (exists($places)) then map { '@type': 'Place', 'name': $places[1] } else '',
      'about': array { $header//keywords/term ! normalize-space(.) },
      'mentions': array { $mentioned ! f:thing(.) },
      'holdingArchive': if ($identifier/repository) then map { '@type': 'ArchiveOrganization', 'name': normalize-space($identifier/repository) } else '',
      'isPartOf': array { $identifier/collection ! map { '@type': 'Collection', 'name': normalize-space(.) } },
      'encoding': map { '@type': 'MediaObject', 'encodingFormat': 'application/tei+xml', 'contentUrl': $tei-href }
    })"/>
  </xsl:function>

  <xsl:function name="f:thing" as="map(*)">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="types" as="map(xs:string, xs:string)" select="map { 'person': 'Person', 'org': 'Organization', 'place': 'Place', 'event': 'Event' }"/>
    <xsl:sequence select="f:filled(map {
      '@type': $types(local-name($entry)),
      'name': f:preferred($entry),
      'sameAs': array { $entry/idno[@type = 'Wikidata'] ! ('https://www.wikidata.org/entity/' || .), $entry/idno[@type = 'VIAF'] ! ('https://viaf.org/viaf/' || .) }
    })"/>
  </xsl:function>

  <!-- Without what is not known: an empty value says something that is not so. -->
  <xsl:function name="f:filled" as="map(*)">
    <xsl:param name="properties" as="map(*)"/>
    <xsl:sequence select="map:merge(
      for $key in sort(map:keys($properties)) return
        let $value := $properties($key) return
          if ($value instance of array(*) and array:size($value) = 0) then ()
          else if ($value instance of xs:string and $value = '') then ()
          else map:entry($key, $value))"/>
  </xsl:function>
</xsl:stylesheet>
